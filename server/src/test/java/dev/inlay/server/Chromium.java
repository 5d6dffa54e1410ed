package dev.inlay.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The system's headless Chromium, started once for all tests. Where it is not installed, tests that need it are skipped
 * with that message; where {@code CI} is set they fail.
 */
public final class Chromium {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage");

    private static Browser browser;

    private Chromium() {
    }

    /** A fresh profile (no cookies) with one page of this size, in css pixels. */
    public static Window open(int width, int height) {
        BrowserContext context = browser().newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        return new Window(context, context.newPage());
    }

    private static synchronized Browser browser() {
        boolean installed = Files.isExecutable(PROGRAM);
        if (!installed && System.getenv("CI") != null) {
            throw new AssertionError("chromium is not installed: apt-get install chromium");
        }
        assumeTrue(installed, "chromium is not installed: apt-get install chromium");
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(
                    new LaunchOptions().setExecutablePath(PROGRAM).setHeadless(true).setArgs(QUIET));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    /** One page and what went wrong in it: errors on the console (reports of the CSP too), uncaught exceptions. */
    public static final class Window implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> problems = new ArrayList<>();

        private Window(BrowserContext context, Page page) {
            this.context = context;
            this.page = page;
            page.onConsoleMessage(this::note);
            page.onPageError(error -> problems.add("uncaught: " + error));
        }

        public Page page() {
            return page;
        }

        public BrowserContext context() {
            return context;
        }

        /** In order of appearance. */
        public List<String> problems() {
            return List.copyOf(problems);
        }

        /** Whether the page is wider than the window. */
        public boolean scrollsSideways() {
            return (boolean) page.evaluate(
                    "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        }

        /** Keeps a picture of the whole page as {@code target/pages/{name}.png}, to be looked at. */
        public void shoot(String name) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target/pages", name + ".png")));
        }

        @Override
        public void close() {
            context.close();
        }

        private void note(ConsoleMessage message) {
            if (message.type().equals("error")) {
                problems.add(message.text() + " at " + message.location());
            }
        }
    }
}
