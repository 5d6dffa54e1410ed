package dev.inlay.server.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our table of mail services against the researched one: same tags to the byte, our own words. */
class MailServicesTest {
    private static final MailServices SERVICES = MailServices.bundled();
    static final List<MailService> FORTY = SERVICES.all().stream().filter(service -> !service.isCustom()).toList();
    private static final Map<String, String> EVIDENCE = Map.of("documented", "documented",
            "in-the-wild", "seen in use", "recalled", "not confirmed", "unknown", "unknown");

    /** A row of the researched table: its cells by the names of its header. */
    static List<Map<String, String>> rows() throws IOException {
        List<String> lines = Files.readAllLines(Shared.path("reference/email-services.tsv"));
        List<String> names = List.of(lines.getFirst().split("\t", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tagsAreThoseOfTheResearchToTheByte(Map<String, String> row) {
        MailService service = SERVICES.named(row.get("name"));

        assertEquals(row.get("name"), service.name());
        assertEquals(row.get("emailTag"), service.emailTag());
        assertEquals(row.get("urlEncodedEmailTag"), service.encodedEmailTag());
        assertEquals(row.get("customerIdTag"), service.customerIdTag());
        assertEquals(row.get("sendIdTag"), service.sendTag());
        assertEquals(EVIDENCE.get(row.get("evidence")), service.evidence());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hashesAreThoseThatTheResearchFoundTagsFor(Map<String, String> row) {
        MailService service = SERVICES.named(row.get("name"));
        List<String> found = List.of(row.get("hashOrSignTag").split("; "));
        List<String> hashes = List.of(service.sha256Tag(), service.sha1Tag(), service.md5Tag());

        assertThat(found).containsAll(hashes.stream().filter(MailService::isKnown).toList());
        if (List.of("unknown", "none").containsAll(found)) {
            assertThat(hashes).containsOnly("none");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void notesAreInOurOwnWords(Map<String, String> row) {
        List<String> theirs = sixWords(row.get("note"));

        assertThat(sixWords(SERVICES.named(row.get("name")).note())).noneMatch(theirs::contains);
    }

    @ParameterizedTest
    @FieldSource("FORTY")
    void everyServiceSaysWhatToMind(MailService service) {
        assertThat(service.note()).endsWith(".").hasSizeBetween(20, 220);
        assertThat(EVIDENCE.values()).contains(service.evidence());
    }

    @ParameterizedTest
    @FieldSource("FORTY")
    void notesStayReadableInAComment(MailService service) {
        String plain = service.note().replaceAll("[<>]", "");

        assertEquals("<!-- " + plain + " -->\n", SnippetMarkup.comment(service.note()));
    }

    private static List<String> sixWords(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        return Stream.iterate(0, i -> i + 6 <= words.length, i -> i + 1)
                .map(i -> String.join(" ", Arrays.copyOfRange(words, i, i + 6))).toList();
    }
}
