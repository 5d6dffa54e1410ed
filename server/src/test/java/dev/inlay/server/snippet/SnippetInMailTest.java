package dev.inlay.server.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.Mailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail does to a snippet on its way: nothing, in each of the three transfer encodings. */
class SnippetInMailTest {
    private static Mailbox mailbox;

    @BeforeAll
    static void open() {
        mailbox = new Mailbox();
    }

    @AfterAll
    static void close() {
        mailbox.close();
    }

    @ParameterizedTest
    @CsvSource({"quoted-printable, ''", "base64, ''", "8bit, ''",
        "quoted-printable, anna%2Bnews%40example.test", "base64, anna%2Bnews%40example.test",
        "8bit, anna%2Bnews%40example.test", "quoted-printable, K=5518.\u00f8", "8bit, K=5518.\u00f8"})
    void everyUrlArrivesByteForByte(String encoding, String value) throws Exception {
        deliver(encoding, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quoted-printable", "base64", "8bit"})
    void soDoesThatOfALongAddress(String encoding) throws Exception {
        deliver(encoding, "a.rather.long+newsletter=2026@" + "department.".repeat(12) + "example.test");
    }

    /** Sends all snippets as one mail; an empty {@code value} leaves the tags in their place. */
    private static void deliver(String encoding, String value) throws Exception {
        StringBuilder html = new StringBuilder("<p>Gr\u00f6\u00dfe 38 \u2192 \u5ba2\u6237</p>\n");
        List<String> images = new ArrayList<>();
        List<String> clicks = new ArrayList<>();
        for (Snippet snippet : EverySnippet.ofThreeSlots("product-tile")) {
            UnaryOperator<String> service = text -> value.isEmpty() ? text
                    : MergedSnippet.replaced(snippet, text, value, "w.47=");
            html.append(service.apply(snippet.html("&amp;")));
            snippet.urls().forEach(tile -> images.add(service.apply(tile.image())));
            snippet.urls().forEach(tile -> clicks.add(service.apply(tile.click())));
        }

        String arrived = mailbox.deliver(html.toString(), encoding);

        assertEquals(html.toString().stripTrailing(), arrived);
        assertThat(EverySnippet.values(arrived, "img", "src")).containsExactlyElementsOf(images);
        assertThat(EverySnippet.values(arrived, "a", "href")).containsExactlyElementsOf(clicks);
    }
}
