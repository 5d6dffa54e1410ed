package dev.inlay.db.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {
    private static final String CASES = "shared/corpora/email-addresses/cases.jsonl";

    @ParameterizedTest
    @ValueSource(strings = {"anna@shop.example", " anna@shop.example\n", "mailto:anna@shop.example",
            "MAILTO:anna@shop.example?subject=Hi", "Anna Muster <anna@shop.example>", "<anna@shop.example>",
            "\"anna@shop.example\"", "'anna@shop.example'", "\"Muster, Anna\" <anna@shop.example>,",
            "anna@shop.example.", "anna@shop.example,", "ANNA@SHOP.EXAMPLE",
            " <mailto:Anna@Shop.Example>", "\u00a0anna@shop.example\u200b"})
    void everySpellingOfAnAddressIsOne(String spelling) {
        assertEquals(Optional.of("anna@shop.example"), canonical(spelling));
    }

    @Test
    void tagsAndDotsAreKept() {
        assertEquals(Optional.of("anna.b+news@shop.example"), canonical("anna.b+news@shop.example"));
    }

    @Test
    void domainIsAsciiAndAccentsAreComposed() {
        assertEquals(Optional.of("\u00e4nna@xn--bcher-kva.example"), canonical("A\u0308nna@B\u00dcCHER.example"));
        assertEquals(canonical("anna@xn--bcher-kva.example"), canonical("anna@b\u00fccher.example"));
    }

    @Test
    void lowerCaseIsThatOfNoLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(Optional.of("info@shop.example"), canonical("INFO@SHOP.EXAMPLE"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{odd}@example.com", "a%b@example.com", "o|x@example.com", "o'neil@example.com", "a@b",
            "anna..b@example.com", "\"anna\"@example.com"})
    void oddButLegalAddressesAreAddresses(String address) {
        assertEquals(Optional.of(address), canonical(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[email]", "$email", "*|EMAIL|*", "{{ person.email }}", "anna",
            "@shop.example", "anna@", "anna@@shop.example", "anna news@shop.example", "a@x.example,b@y.example",
            "a@x.example b@y.example", "anna@shop..example", "anna@-shop.example", "anna@shop .example",
            "anna@shop.example\u0000", "an\u0000na@x.example", "an<na@x.example",
            "anna@[127.0.0.1]", "anna@\ud800.example", "\ud800@shop.example"})
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), canonical(text));
    }

    @Test
    void localPartHasAtMostSixtyFourCharacters() {
        assertTrue(canonical("a".repeat(64) + "@shop.example").isPresent());
        assertEquals(Optional.empty(), canonical("a".repeat(65) + "@shop.example"));
    }

    @Test
    void addressIsNeverShown() {
        assertThat(EmailAddress.parse("anna@shop.example").orElseThrow()).hasToString("EmailAddress[hidden]");
    }

    @Test
    void collectedAddressesRaiseNoErrorAndMeetNobodyElse() throws IOException {
        Optional<Path> cases = cases();
        assumeTrue(cases.isPresent(), "no folder " + CASES + " beside the project");
        Set<String> canonicals = new HashSet<>();
        int addresses = 0;
        for (String line : Files.readAllLines(cases.get())) {
            JsonNode expected = new ObjectMapper().readTree(line);
            Optional<String> canonical = canonical(expected.get("value").asText());
            addresses += canonical.isPresent() ? 1 : 0;
            canonical.ifPresent(canonicals::add);
            check(expected.get("expect").asText(), canonical);
        }
        assertThat(canonicals.size()).isBetween(10, addresses);
    }

    private static void check(String expected, Optional<String> canonical) {
        Optional<String> anna = Optional.of("anna@shop.example");
        switch (expected) {
            case "same-as anna@shop.example", "refuse-or-anna", "trailing-dot" -> assertEquals(anna, canonical);
            case "distinct-from anna@shop.example" -> assertNotEquals(anna, canonical);
            case "plus-decoded-as-space", "two", "nul", "placeholder", "unresolved-merge-tag", "too-long-local" ->
                    assertEquals(Optional.empty(), canonical);
            case "ISEMAIL_VALID_CATEGORY" -> assertTrue(canonical.isPresent());
            default -> assertNotEquals(anna, canonical);
        }
    }

    private static Optional<Path> cases() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(CASES)).filter(Files::exists).findFirst();
    }

    private static Optional<String> canonical(String raw) {
        return EmailAddress.parse(raw).map(EmailAddress::canonical);
    }
}
