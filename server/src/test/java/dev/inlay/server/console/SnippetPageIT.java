package dev.inlay.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.inlay.server.Chromium;
import dev.inlay.server.management.ManagementServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator gets a snippet in a real browser. Screenshots stay in {@code target/pictures}, to be looked at. */
class SnippetPageIT {
    @TempDir
    private static Path folder;
    private static ManagementServer server;
    private static String campaign;

    @BeforeAll
    static void start() {
        server = new ManagementServer(folder);
        campaign = ManagementServer.json(server.send("POST", "campaigns", server.adminKey,
                "{\"name\":\"Friday\",\"slots\":2}")).get("id").textValue();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 1000})
    void theOperatorSeesSnippetCaveatsAndChecklist(int width) {
        try (Chromium.Window window = Chromium.open(width, 800)) {
            Page page = window.page();
            page.navigate(server.uri("/console/snippet?campaign=" + campaign).toString());
            page.fill("#key", ManagementServer.INSTALLATION_KEY);
            page.selectOption("#service", "klaviyo");
            page.click("button[type=submit]");
            page.waitForSelector("#result h2");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "pictures", "snippet-page-" + width + ".png")));

            assertThat(page.inputValue("#html")).startsWith("<!-- begin Friday -->").endsWith("<!-- end Friday -->\n");
            assertThat(page.inputValue("#mjml"))
                    .contains("<mj-image href=\"https://tiles.example/serve/tile/" + campaign + "/1/click?userEmail=");
            assertThat(page.inputValue("#click-2"))
                    .isEqualTo("https://tiles.example/serve/tile/" + campaign
                            + "/2/click?userEmail={{ person.email|urlencode }}");
            assertThat(page.locator(".notes li").allTextContents())
                    .anyMatch(note -> note.contains("rolling or manual"));
            assertThat(page.locator(".checklist li").count()).isEqualTo(6);
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).allMatch(problem -> problem.contains("/favicon.ico"));
        }
    }
}
