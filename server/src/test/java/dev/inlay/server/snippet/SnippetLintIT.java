package dev.inlay.server.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.inlay.server.NodeTools;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The snippet of every service and identity, as html-validate, caniemail and the compiler of MJML see it. What they may
 * find stands, with the reason, in {@code lint-allowed.tsv}.
 */
class SnippetLintIT {
    private static final Map<String, Snippet> SNIPPETS = new LinkedHashMap<>();

    private static JsonNode result;

    /** A row of {@code lint-allowed.tsv}: {@code clients} are families of mail clients, or {@code *}. */
    private record Allowance(String tool, Set<String> formats, String rule, Set<String> clients) {
        static Allowance parse(String line) {
            String[] cells = line.split("\t");
            assertEquals(5, cells.length, line);
            return new Allowance(cells[0], Set.of(cells[1].split(" ")), cells[2], Set.of(cells[3].split(" ")));
        }

        boolean allows(JsonNode finding) {
            String family = finding.get("client").textValue().replaceFirst("\\..*", "");
            return tool.equals(finding.get("tool").textValue()) && rule.equals(finding.get("rule").textValue())
                    && formats.contains(finding.get("format").textValue())
                    && (clients.contains("*") || clients.contains(family));
        }
    }

    @BeforeAll
    static void lint() throws IOException, InterruptedException {
        NodeTools.modules();
        ArrayNode input = Json.mapper().createArrayNode();
        for (String template : List.of("product-tile", "product-card")) {
            for (Snippet snippet : EverySnippet.ofThreeSlots(template)) {
                MergeTags tags = snippet.tags();
                String name = tags.service().slug() + " " + tags.identity().wireName() + " " + template;
                SNIPPETS.put(name, snippet);
                input.addObject().put("name", name).put("html", snippet.html("&amp;"))
                        .put("mjml", snippet.mjml("&amp;"));
            }
        }
        result = NodeTools.run(SnippetLintIT.class, "lint.mjs", input);
    }

    @Test
    void nothingIsFoundButWhatIsAllowedAndEveryAllowanceIsNeeded() throws Exception {
        Set<Allowance> unused = new HashSet<>(allowances());
        List<String> problems = new ArrayList<>();
        for (JsonNode finding : result.get("findings")) {
            List<Allowance> allowing = allowances().stream().filter(one -> one.allows(finding)).toList();
            unused.removeAll(allowing);
            if (allowing.isEmpty()) {
                problems.add(finding.toString());
            }
        }

        assertThat(problems).isEmpty();
        assertThat(unused).isEmpty();
    }

    @Test
    void theClientsThatMostReadersUseAreAllCovered() {
        assertThat(result.get("uncovered")).map(JsonNode::textValue).doesNotContain("gmail.desktop-webmail",
                "gmail.android", "gmail.ios", "apple-mail.ios", "apple-mail.macos", "outlook.windows",
                "outlook.outlook-com", "outlook.macos", "outlook.ios", "outlook.android", "yahoo.desktop-webmail",
                "samsung-email.android", "fastmail.desktop-webmail", "protonmail.desktop-webmail");
    }

    @Test
    void mjmlCompilesWithoutComplaintsToTheSameUrls() {
        assertEquals(SNIPPETS.size(), result.get("compiled").size());
        for (JsonNode compiled : result.get("compiled")) {
            String name = compiled.get("name").textValue();
            String html = compiled.get("html").textValue();
            List<TileUrls> urls = SNIPPETS.get(name).urls();

            assertThat(compiled.get("complaints")).as(name).isEmpty();
            assertThat(EverySnippet.values(html, "img", "src")).as(name)
                    .containsExactlyElementsOf(urls.stream().map(TileUrls::image).toList());
            assertThat(EverySnippet.values(html, "a", "href")).as(name)
                    .containsExactlyElementsOf(urls.stream().map(TileUrls::click).toList());
        }
    }

    @Test
    void everyServiceWasLookedAt() {
        assertThat(SNIPPETS).hasSizeGreaterThan(2 * 2 * MailServices.bundled().all().size());
    }

    private static List<Allowance> allowances() throws Exception {
        return Files.readAllLines(Path.of(SnippetLintIT.class.getResource("lint-allowed.tsv").toURI())).stream()
                .skip(1).map(Allowance::parse).toList();
    }
}
