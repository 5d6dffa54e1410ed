package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.server.http.RawQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"Anna", "Anne-Marie", "Jean\u2010Luc", "D'Arcy", "O\u2019Neil", "José María", "Zoë",
        "Łukasz", "Ольга", "Νίκος", "محمد", "נועם", "美咲", "김민준", "สมชาย", "प्रिया", "ʻOkina", "Bo", "X"})
    void namesOfAllScriptsAreTaken(String name) {
        assertThat(firstName("firstName=" + encoded(name))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna1", "anna@example.com", "<b>Anna</b>", "Anna!", "Anna_Lena", "Anna\nLena",
        "Anna\u200dLena", "\u202eannA", "Anna.", "A/B", "Anna, Lena", "👩", "\ufffdgot", "-", "' '", "\u0301",
        "a\u0000b", "J%C3%BCrgen", "A&B"})
    void whatIsNoNameIsPassedOver(String name) {
        assertThat(firstName("firstName=" + encoded(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%20", "*%7CFNAME%7C*", "*|FNAME|*", "%%firstname%%", "{{ person.first_name }}",
        "[firstname]", "{$name}", "[[contact.firstname]]", "~Contact.FirstName~", "$SUBSCRIBER.NAME$",
        "<%= name %>", "null", "undefined", "-email-", "%252A%257CFNAME%257C%252A"})
    void placeholdersArePassedOver(String raw) {
        assertThat(firstName("firstName=" + raw)).isEmpty();
    }

    @Test
    void fortyCharactersAreTheMostWhateverScriptTheyAreOf() {
        assertThat(firstName("firstName=" + "x".repeat(40))).hasSize(40);
        assertThat(firstName("firstName=" + "x".repeat(41))).isEmpty();
        assertThat(firstName("firstName=" + encoded("\ud835\udc00".repeat(40)))).hasSize(80);
        assertThat(firstName("firstName=" + encoded("e\u0301".repeat(40)))).hasSize(40);
    }

    @Test
    void nameIsComposedAndHasSingleBlanks() {
        assertThat(firstName("firstName=" + encoded(" Zoe\u0308  \u00a0Anna "))).isEqualTo("Zo\u00eb Anna");
        assertThat(firstName("firstName=Anna+Lena")).isEqualTo("Anna Lena");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FIRSTNAME=Anna | Anna",
        "amp;firstname=Anna | Anna",
        "a=b&amp;amp;firstName=Anna&userEmail=x | Anna",
        "firstName=&firstName=Anna | Anna",
        "firstName=*%7CFNAME%7C*&firstName=Anna | Anna",
        "firstName=Anna&firstName=Lena | Anna",
        "firstNames=Anna | ''",
        "firstName=4711&firstName=Anna | ''"})
    void firstValueThatIsNoPlaceholderWins(String query, String name) {
        assertThat(firstName(query)).isEqualTo(name);
    }

    private static String firstName(String query) {
        return LiveParser.firstName(RawQuery.parse(query)).orElse("");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
