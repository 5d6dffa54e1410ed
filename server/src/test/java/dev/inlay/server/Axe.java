package dev.inlay.server;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Looks for what keeps people from using a page: the rules of axe-core, see {@link NodeTools}. */
public final class Axe {
    private static final String FINDINGS = """
            axe.run().then(result => result.violations
                .filter(one => one.impact === "serious" || one.impact === "critical")
                .map(one => one.id + ": " + one.nodes.map(node => node.target.join(" ")).join(", ")))""";

    private Axe() {
    }

    /** Serious and critical findings in {@code page}, each with the elements that it is about. */
    @SuppressWarnings("unchecked")
    public static List<String> findings(Page page) {
        page.evaluate(script());
        return (List<String>) page.evaluate(FINDINGS);
    }

    private static String script() {
        try {
            return Files.readString(NodeTools.modules().resolve("axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
