package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.templates.TemplateLibrary;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignParserTest {
    private static final Website SHOP = new Website(1, UUID.randomUUID(), "Shop", URI.create("https://shop.example/"),
            Currency.getInstance("EUR"), Locale.ENGLISH, List.of("shop.example", "www.shop.example"),
            WebsiteSettings.DEFAULTS);
    private static final String FULL = """
            {"name":"Friday","type":"rolling","period":"PT6H","template":"product-card","slots":6,"strategies":[
            {"type":"last_viewed","max":2,"filter":{"brands":["Acme"]}},{"type":"bestsellers"}],"filter":{
            "brands":["Acme","Bolt"],"categories":["Shoes > Sneakers",["A > B","C"]],"priceMin":10,"priceMax":99.95,
            "minDiscountPercent":20,"productNumbers":["1","2"],"attributes":{"colour":["red","blue"]}},
            "pinnedProducts":["p1"],"pinnedEvenIfSoldOut":true,"defaultProducts":["d1","d2"],"excludedProducts":["x"],
            "excludeBoughtDays":0,"reminderDays":30,"maxPerCategory":0,"maxPerBrand":24,"fill":false,
            "holdOutPercent":10,
            "utm":{"source":"news","medium":"email","campaign":"friday"},
            "identity":"token","liveText":true,"endsAt":"2030-12-24T18:00:00+01:00","reidentify":true,
            "fallbackUrl":"https://www.shop.example/sale?x=1","whenGone":"home","variables":{"accent":"#00aa00"}}
            """;

    private final CampaignParser parser = new CampaignParser(TemplateLibrary.bundled());

    @Test
    void everythingButTheNameHasADefault() {
        assertEquals(json("""
                {"name":"Friday","type":"auto","period":"P1D","template":"product-tile","slots":4,
                "strategies":[{"type":"for_you"}],"filter":{},"pinnedProducts":[],"pinnedEvenIfSoldOut":false,
                "defaultProducts":[],"excludedProducts":[],"excludeBoughtDays":180,"reminderDays":90,
                "maxPerCategory":2,"maxPerBrand":2,"fill":true,"holdOutPercent":0,"utm":{},
                "identity":"open","liveText":false,"endsAt":null,"reidentify":false,"fallbackUrl":null,
                "whenGone":"lastUrl","variables":{}}
                """), parse("{\"name\":\"Friday\"}").json());
    }

    @Test
    void everyMemberIsReadAndRepeated() {
        assertEquals(json(FULL).toString(), parse(FULL).json().toString());
    }

    @Test
    void whatIsStoredReadsBackAsItWas() {
        CampaignDraft draft = parse(FULL);

        assertEquals(draft.settings(), CampaignSettings.from(draft.json()));
    }

    @Test
    void anAnswerIsAccepted() {
        ObjectNode answer = parse("{\"name\":\"Friday\"}").json();
        answer.put("id", "abc").put("clearCount", 3);

        assertEquals("Friday", parser.parse(SHOP, answer).settings().name());
    }

    @Test
    void namesOfMigratingShopsAreStoredAsOurs() {
        ObjectNode stored = parse("""
                {"name":"n","strategies":[{"type":"RETARGETED"},{"type":"TOP"}]}
                """).json();

        assertEquals("[{\"type\":\"last_viewed\"},{\"type\":\"bestsellers\"}]", stored.get("strategies").toString());
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 1", "PT24H, 86400", "P1D, 86400", "P2W, 1209600", "pt90m, 5400"})
    void periodIsAnIsoDuration(String period, long seconds) {
        CampaignDraft draft = parse("{\"name\":\"n\",\"type\":\"rolling\",\"period\":\"" + period + "\"}");

        assertEquals(Duration.ofSeconds(seconds), draft.period());
        assertEquals(period, draft.json().get("period").textValue());
    }

    @Test
    void nameIsRequired() {
        assertRefused("name is required", "{}");
        assertRefused("name is required", "{\"name\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.5S", "PT1.5S", "-PT1S", "P1M", "P1Y", "1 day", "3600", "P3651D", "P9999W"})
    void periodsThatAreNoneAreRefused(String period) {
        String rule = "period must be an ISO 8601 duration of whole seconds, from PT1S to P3650D";

        assertRefused(rule + " - was '" + period + "'", "{\"name\":\"n\",\"period\":\"" + period + "\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            "name":" " | name must be a text of 1 to 200 characters - was ' '
            "name":7 | name must be a string - was '7'
            "name":"a\\u0000b" | name must be a text of 1 to 200 characters - was 'a?b'
            "name":"a\\ud800b" | name must be a text of 1 to 200 characters - was 'a?b'
            "type":"weekly" | type must be one of auto, rolling, manual - was 'weekly'
            "slots":0 | slots must be a whole number from 1 to 24 - was '0'
            "slots":25 | slots must be a whole number from 1 to 24 - was '25'
            "slots":2.5 | slots must be a whole number from 1 to 24 - was '2.5'
            "slots":"abc" | slots must be a number - was 'abc'
            "strategies":[] | strategies must have at least 1 entry - was '0'
            "strategies":{} | strategies must be a list - was '{}'
            "strategies":["top"] | strategies[0] must be an object - was '"top"'
            "strategies":[{}] | strategies[0].type is required
            "strategies":[{"type":"top","max":0}] | strategies[0].max must be a whole number from 1 to 24 - was '0'
            "strategies":[{"type":"top","n":1}] | strategies[0] must have no member but filter, max, type - was 'n'
            "filter":[] | filter must be an object - was '[]'
            "filter":{"brands":"Acme"} | filter.brands must be a list - was '"Acme"'
            "filter":{"brands":[true]} | filter.brands[0] must be a string - was 'true'
            "filter":{"priceMin":-1} | filter.priceMin must not be negative - was '-1'
            "filter":{"priceMin":5,"priceMax":4} | filter.priceMin must not be above priceMax - was '5'
            "filter":{"attributes":{"a":"b"}} | filter.attributes.a must be a list - was '"b"'
            "filter":{"attributes":{" ":["b"]}} | filter.attributes must have names of 1 to 255 characters - was ' '
            "pinnedProducts":[""] | pinnedProducts[0] must be a text of 1 to 255 characters - was ''
            "defaultProducts":[null] | defaultProducts[0] must be a string - was 'null'
            "excludedProducts":"1" | excludedProducts must be a list - was '"1"'
            "excludeBoughtDays":-1 | excludeBoughtDays must be a whole number from 0 to 3650 - was '-1'
            "excludeBoughtDays":3651 | excludeBoughtDays must be a whole number from 0 to 3650 - was '3651'
            "holdOutPercent":-1 | holdOutPercent must be a whole number from 0 to 50 - was '-1'
            "holdOutPercent":51 | holdOutPercent must be a whole number from 0 to 50 - was '51'
            "holdOutPercent":0.5 | holdOutPercent must be a whole number from 0 to 50 - was '0.5'
            "reminderDays":3651 | reminderDays must be a whole number from 0 to 3650 - was '3651'
            "maxPerCategory":25 | maxPerCategory must be a whole number from 0 to 24 - was '25'
            "maxPerBrand":1.5 | maxPerBrand must be a whole number from 0 to 24 - was '1.5'
            "fill":"yes" | fill must be true or false - was '"yes"'
            "liveText":1 | liveText must be true or false - was '1'
            "utm":{"term":"x"} | utm must have no member but campaign, medium, source - was 'term'
            "identity":"secret" | identity must be one of open, token - was 'secret'
            "whenGone":"stay" | whenGone must be one of lastUrl, home - was 'stay'
            "variables":{"accent":"red"} | variables.accent must be a colour such as #1d1b18 - was 'red'
            """)
    void brokenRulesAreTold(String member, String message) {
        assertRefused(message, "{\"name\":\"n\"," + member + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "/sale", "javascript:alert(1)", "//evil.example/"})
    void fallbackUrlLiesOnAHostOfTheWebsite(String url) {
        assertRefused("fallbackUrl must lie on a host of the website - was '" + url + "'",
                "{\"name\":\"n\",\"fallbackUrl\":\"" + url + "\"}");
    }

    @Test
    void aDiscountIsAPercentage() {
        assertRefused("filter.minDiscountPercent must be a whole number from 0 to 100 - was '101'",
                "{\"name\":\"n\",\"filter\":{\"minDiscountPercent\":101}}");
    }

    @ParameterizedTest
    @CsvSource({"2030-12-24T18:00:00+01:00, 2030-12-24T18:00:00+01:00", "2030-12-24T18:00Z, 2030-12-24T18:00:00Z",
        "2030-12-24T18:00:30.5-03:30, 2030-12-24T18:00:30.5-03:30"})
    void endIsATimeWithItsOffset(String endsAt, String repeated) {
        CampaignDraft draft = parse("{\"name\":\"n\",\"endsAt\":\"" + endsAt + "\"}");

        assertEquals(repeated, draft.json().get("endsAt").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2030-12-24", "2030-12-24T18:00:00", "24.12.2030", "2030-12-24T18:00:00+0100", "1924991999",
        "+12030-12-24T18:00:00Z", "2030-02-30T18:00:00Z", "-0001-12-24T18:00:00Z"})
    void timesThatAreNoneOrLackTheirOffsetAreRefused(String endsAt) {
        String rule = "endsAt must be an ISO 8601 time with its offset, such as 2030-12-24T18:00:00+01:00";

        assertRefused(rule + " - was '" + endsAt + "'", "{\"name\":\"n\",\"endsAt\":\"" + endsAt + "\"}");
    }

    @Test
    void templateIsOneThatIsThere() {
        String names = String.join(", ", TemplateLibrary.bundled().names());

        assertRefused("template must be one of " + names + " - was 'poster'",
                "{\"name\":\"n\",\"template\":\"poster\"}");
    }

    @Test
    void fallbackUrlIsAUrl() {
        assertRefused("fallbackUrl must be a URL - was 'https://shop.example\\.evil/'",
                "{\"name\":\"n\",\"fallbackUrl\":\"https://shop.example\\\\.evil/\"}");
    }

    @Test
    void aTypoIsTold() {
        assertRefused("campaign must have no member but clearCount, defaultProducts, endsAt, excludeBoughtDays, "
                + "excludedProducts, fallbackUrl, fill, filter, holdOutPercent, id, identity, liveText, maxPerBrand, "
                + "maxPerCategory, name, period, pinnedEvenIfSoldOut, pinnedProducts, reidentify, reminderDays, slots, "
                + "strategies, template, type, utm, variables, websiteUuid, whenGone - was 'slotts'",
                "{\"name\":\"n\",\"slotts\":3}");
    }

    @Test
    void anAddressIsNotRepeated() {
        assertRefused("type must be one of auto, rolling, manual - was a value that is not repeated here",
                "{\"name\":\"n\",\"type\":\"anna@example.com\"}");
    }

    @Test
    void variablesAreThoseOfTheTemplate() {
        assertThatThrownBy(() -> parse("{\"name\":\"n\",\"variables\":{\"colour\":\"#fff\"}}"))
                .hasMessageStartingWith("variables must have no member but accent, ")
                .hasMessageEndingWith(" - was 'colour'");
    }

    @Test
    void listsAndTextsAreBounded() {
        String many = String.join(",", Collections.nCopies(1_001, "\"1\""));
        String longest = "x".repeat(255);

        assertRefused("pinnedProducts must have at most 1000 entries - was '1001'",
                "{\"name\":\"n\",\"pinnedProducts\":[" + many + "]}");
        assertRefused("utm.source must be a text of 1 to 255 characters - was '" + "x".repeat(80) + "...'",
                "{\"name\":\"n\",\"utm\":{\"source\":\"x" + longest + "\"}}");
        assertEquals(longest, parse("{\"name\":\"n\",\"utm\":{\"source\":\"" + longest + "\"}}")
                .settings().utm().source().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"Shoes > \"", "[]", "[1]", "3"})
    void categoriesThatAreNoPathAreRefused(String category) {
        assertThatThrownBy(() -> parse("{\"name\":\"n\",\"filter\":{\"categories\":[" + category + "]}}"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("filter.categories[0] must be a path such as 'Shoes > Sneakers' of at most 20");
    }

    private void assertRefused(String message, String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(InvalidParameterException.class).hasMessage(message);
    }

    private CampaignDraft parse(String json) {
        return parser.parse(SHOP, json(json));
    }

    private static ObjectNode json(String json) {
        return Json.parseObject(json.getBytes(StandardCharsets.UTF_8));
    }
}
