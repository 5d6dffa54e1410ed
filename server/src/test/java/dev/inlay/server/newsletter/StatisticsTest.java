package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.statistics.RequestClass;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.Named;
import dev.inlay.db.website.Scope;
import dev.inlay.server.http.Json;
import dev.inlay.server.newsletter.TileVisit.TileLetter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the statistics of a campaign tell of what went over the wire. */
class StatisticsTest extends SharedShop {
    private static final String PERSON =
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
    private static final String OTHER_PERSON = PERSON.replace("144", "143");
    private static final String GMAIL = "User-Agent: Mozilla/5.0 (via ggpht.com GoogleImageProxy)";
    private static final String APPLE = "User-Agent: Mozilla/5.0";
    private static final String CURL = "User-Agent: curl/8.14.1";
    private static final String ANNA = "send=1&userEmail=anna@example.com";

    private static String key;
    private Campaign campaign;

    @BeforeAll
    static void open() {
        shop.products(6);
        shop.shopper("anna@example.com");
        key = shop.key(Scope.READ);
        shop.newsletter.warmUp();
        shop.picture(shop.campaign(""), 1, ANNA);
    }

    @BeforeEach
    void newCampaign() {
        campaign = shop.campaign("'slots':4");
        shop.advanceToNoon();
    }

    @Test
    void campaignWithoutTrafficHasAllMembersAndZeros() {
        JsonNode statistics = statistics("");

        assertThat(statistics.properties().stream().map(Map.Entry::getKey)).containsExactly("from", "to", "pictures",
                "clicks", "uniqueClicks", "placeholders", "unknown", "anonymous", "neutral", "neutralReasons",
                "windowDays", "orders", "revenue", "shownOrders", "shownRevenue", "slots", "products", "days");
        assertClasses("{'person':0,'proxy':0,'prefetch':0,'scanner':0,'suspect':0}", statistics.get("pictures"));
        assertClasses("{'person':0,'proxy':0,'prefetch':0,'scanner':0,'suspect':0}", statistics.get("clicks"));
        assertEquals(4, statistics.get("slots").size());
        assertEquals(0, statistics.get("products").size());
        assertEquals(30, statistics.get("days").size());
        assertEquals(today().toString(), statistics.at("/days/29/day").textValue());
        assertEquals(7, statistics.get("windowDays").intValue());
    }

    @Test
    void loadsAndClicksAreCountedByClassSlotProductAndDay() {
        picture(1, ANNA, PERSON);
        picture(1, ANNA, GMAIL);
        picture(2, ANNA, APPLE);
        click(1, ANNA, PERSON);
        click(1, ANNA, CURL);

        JsonNode statistics = statistics("");

        assertClasses("{'person':1,'proxy':1,'prefetch':1,'scanner':0,'suspect':0}", statistics.get("pictures"));
        assertClasses("{'person':1,'proxy':0,'prefetch':0,'scanner':1,'suspect':0}", statistics.get("clicks"));
        assertEquals(1, statistics.get("uniqueClicks").intValue());
        assertEquals(1, statistics.at("/slots/0/slot").intValue());
        assertClasses("{'person':1,'proxy':1,'prefetch':0,'scanner':0,'suspect':0}",
                statistics.at("/slots/0/pictures"));
        assertClasses("{'person':1,'proxy':0,'prefetch':0,'scanner':1,'suspect':0}", statistics.at("/slots/0/clicks"));
        assertClasses("{'person':0,'proxy':0,'prefetch':1,'scanner':0,'suspect':0}",
                statistics.at("/slots/1/pictures"));
        String target = shop.click(campaign, 1, ANNA);
        assertThat(target).endsWith("/" + statistics.at("/products/0/productNumber").textValue());
        assertEquals(2, statistics.at("/products/0/pictures").intValue());
        assertEquals(2, statistics.at("/products/0/clicks").intValue());
        assertEquals(1, statistics.at("/products/0/personClicks").intValue());
        assertEquals(3, statistics.at("/days/29/pictures").intValue());
        assertEquals(2, statistics.at("/days/29/clicks").intValue());
    }

    @Test
    void headAndPreviewCountNothing() {
        String tile = "/serve/tile/" + campaign.id() + "/1";
        shop.client.send("HEAD", tile + ".png?" + ANNA, "", PERSON);
        shop.client.send("HEAD", tile + "/click?" + ANNA, "", PERSON);
        shop.client.get(shop.api("/campaigns/" + campaign.id() + "/preview/1.png?" + ANNA),
                "Authorization: Bearer " + key);

        JsonNode statistics = statistics("");

        assertEquals(0, total(statistics.get("pictures")) + total(statistics.get("clicks")));
    }

    @Test
    void unchangedPictureIsALoad() {
        String etag = picture(1, ANNA, PERSON).header("ETag");

        assertEquals(304, picture(1, ANNA, PERSON, "If-None-Match: " + etag).status());

        assertEquals(2, total(statistics("").get("pictures")));
    }

    @Test
    void nobodyKnownIsCountedByWhyNobodyIs() {
        picture(1, ANNA, PERSON);
        picture(1, "send=1&userEmail=stranger@example.com", PERSON);
        picture(1, "send=1&userEmail=*|EMAIL|*", PERSON);
        picture(2, "send=1&userEmail=%%emailaddr%%", PERSON);
        picture(1, "send=1", PERSON);

        JsonNode statistics = statistics("");

        assertEquals(1, statistics.get("unknown").intValue());
        assertEquals(2, statistics.get("placeholders").intValue());
        assertEquals(1, statistics.get("anonymous").intValue());
        assertEquals(5, total(statistics.get("pictures")));
    }

    @Test
    void neutralPicturesAreCountedByReason() {
        picture(5, ANNA, PERSON);
        picture(1, ANNA, PERSON);

        JsonNode statistics = statistics("");

        assertEquals(1, statistics.get("neutral").intValue());
        assertEquals("{\"no_such_slot\":1}", statistics.get("neutralReasons").toString());
        assertEquals(2, total(statistics.get("pictures")));
        assertEquals(5, statistics.at("/slots/4/slot").intValue());
    }

    @Test
    void threeSlotsWithinTwoSecondsAreNoPersons() {
        picture(1, ANNA, PERSON);
        shop.advance(Duration.ofMinutes(1));
        click(1, ANNA, PERSON);
        shop.recorder.flush(Duration.ofSeconds(20));
        shop.advance(Duration.ofSeconds(1));
        click(2, ANNA, PERSON);
        assertEquals(2, statistics("").at("/clicks/person").intValue());
        shop.advance(Duration.ofSeconds(1));
        click(3, ANNA, PERSON);

        JsonNode statistics = statistics("");

        assertClasses("{'person':0,'proxy':0,'prefetch':0,'scanner':0,'suspect':3}", statistics.get("clicks"));
        assertEquals(0, statistics.get("uniqueClicks").intValue());
    }

    @Test
    void threeSlotsWithoutHasteAreAPersons() {
        picture(1, ANNA, PERSON);
        for (int slot = 1; slot <= 3; slot++) {
            shop.advance(Duration.ofMillis(1_001));
            click(slot, ANNA, PERSON);
        }

        assertEquals(3, statistics("").at("/clicks/person").intValue());
        assertEquals(1, statistics("").get("uniqueClicks").intValue());
    }

    @Test
    void clickAtFirstSightWithoutAnyPictureIsNoPersons() {
        click(1, ANNA, PERSON);

        assertEquals(1, statistics("").at("/clicks/suspect").intValue());
    }

    @Test
    void sameClickOfAnotherClientCountsOnce() {
        picture(1, ANNA, PERSON);
        click(1, ANNA, PERSON);
        shop.advance(Duration.ofSeconds(12));
        click(1, ANNA, OTHER_PERSON);

        JsonNode statistics = statistics("");

        assertEquals(1, statistics.at("/clicks/person").intValue());
        assertEquals(1, statistics.at("/clicks/suspect").intValue());
        assertEquals(1, statistics.get("uniqueClicks").intValue());
    }

    @Test
    void readersBehindAProxyAreToldApartByTheLastAddressItTells() {
        picture(1, ANNA, PERSON);
        click(1, ANNA, PERSON, "X-Forwarded-For: 192.0.2.1, 192.0.2.7");
        click(1, ANNA, PERSON, "X-Forwarded-For: 192.0.2.2, 192.0.2.7");
        assertEquals(2, statistics("").at("/clicks/person").intValue());

        click(1, ANNA, PERSON, "X-Forwarded-For: 192.0.2.7, 192.0.2.8");

        assertEquals(1, statistics("").at("/clicks/suspect").intValue());
    }

    @Test
    void laterClickOfAnotherClientIsAPersons() {
        picture(1, ANNA, PERSON);
        click(1, ANNA, PERSON);
        shop.advance(Duration.ofSeconds(16));
        click(1, ANNA, OTHER_PERSON);

        assertEquals(2, statistics("").at("/clicks/person").intValue());
    }

    @Test
    void unnamedReadersAreNotTakenForOne() {
        click(1, "send=1", PERSON);
        click(2, "send=1", OTHER_PERSON);
        click(3, "send=1", PERSON);

        assertEquals(3, statistics("").at("/clicks/person").intValue());
    }

    @Test
    void everyClassGetsTheSameBytes() {
        byte[] first = picture(1, ANNA, PERSON).body();
        String target = click(1, ANNA, PERSON).header("Location").replaceFirst("#.*", "");

        for (String who : new String[] {GMAIL, APPLE, CURL, "User-Agent: Slackbot-LinkExpanding 1.0", "User-Agent: "}) {
            assertThat(picture(1, ANNA, who).body()).as(who).isEqualTo(first);
            assertThat(click(1, ANNA, who).header("Location")).as(who).startsWith(target);
        }
    }

    @Test
    void daysAreCutAtMidnightUtc() {
        picture(1, ANNA, PERSON);
        LocalDate day = today();
        shop.advance(Duration.ofDays(1));
        picture(1, ANNA, PERSON);
        picture(1, ANNA, PERSON);

        assertEquals(1, total(statistics("?from=" + day + "&to=" + day).get("pictures")));
        assertEquals(2, total(statistics("?from=" + day.plusDays(1)).get("pictures")));
        assertEquals(3, total(statistics("?from=" + day + "&to=" + day.plusDays(1)).get("pictures")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "from=yesterday | from must be a date such as 2026-11-20 - was 'yesterday'",
        "to=2026-02-30 | to must be a date such as 2026-11-20 - was '2026-02-30'",
        "from=2026-11-21&to=2026-11-20 | from must not be after to (2026-11-20) - was '2026-11-21'",
        "from=2000-01-01&to=2026-11-20 | from must be less than 1100 days before to (2026-11-20) - was '2000-01-01'",
        "format=xml | format must be json or csv - was 'xml'",
        "format=csv&table=people | table must be days, products or slots - was 'people'"})
    void badQuestionsAreTold(String query, String message) {
        RawClient.Answer answer = ask("?" + query);

        assertEquals(400, answer.status());
        assertThat(answer.text()).contains(message);
    }

    @Test
    void statisticsNeedAKeyAndAnswerNothingButGet() {
        String path = shop.api("/campaigns/" + campaign.id() + "/statistics");

        assertEquals(401, shop.client.get(path).status());
        assertEquals(404, ask("x").status());
        assertEquals(405, shop.client.send("POST", path, "", "Authorization: Bearer " + key).status());
    }

    @Test
    void tablesComeAsCsv() {
        picture(1, ANNA, PERSON);
        click(1, ANNA, PERSON);

        RawClient.Answer days = ask("?format=csv&table=days&from=" + today());

        assertEquals("text/csv; charset=utf-8", days.header("Content-Type"));
        assertEquals("day,pictures,clicks,personClicks,orders,revenue\r\n" + today() + ",1,1,1,0,0\r\n", days.text());
        assertThat(ask("?format=csv&table=products").text()).contains(",1,1,1,0,0\r\n");
        assertThat(ask("?format=csv&table=slots").text()).startsWith("slot,pictures person,pictures proxy,")
                .contains("\r\n1,1,0,0,0,0,1,0,0,0,0\r\n");
    }

    @Test
    void productNumbersThatAreFormulasAreTextInCsv() {
        shop.product("=1+1");
        campaign = shop.campaign("'slots':1,'pinnedProducts':['=1+1']");
        picture(1, ANNA, PERSON);

        assertThat(ask("?format=csv&table=products").text()).contains("\r\n'=1+1,1,0,0,0,0\r\n");
        assertEquals("=1+1", statistics("").at("/products/0/productNumber").textValue());
        shop.catalogues.remove(shop.website.id(), "=1+1");
    }

    @Test
    void clicksOfWhoRefusedCountByClassAndNameNobody() {
        String reader = "refusing@example.com";
        Named named = Named.byEmail(shop.personalData.emailKeys(EmailAddress.parse(reader).orElseThrow()));
        LockKeys keys = new LockKeys(shop.personalData);
        picture(1, "send=1&userEmail=" + reader, PERSON);
        shop.advance(Duration.ofMinutes(1));
        click(1, "send=1&userEmail=" + reader, PERSON);
        assertThat(shop.recorder.flush(Duration.ofSeconds(60))).isTrue();
        shop.sayConsent(named, Consent.State.DENIED);
        shop.advance(Duration.ofMinutes(1));
        picture(1, "send=1&userEmail=" + reader, PERSON);
        click(1, "send=1&userEmail=" + reader, PERSON);

        assertEquals(2, statistics("").at("/clicks/person").intValue());

        assertThat(recipients()).containsExactly(HexFormat.of().formatHex(keys.of(named.emails().getFirst())),
                HexFormat.of().formatHex(keys.ofNobody()));
    }

    /** Of the campaign's clicks, the earliest first. */
    private List<String> recipients() {
        return shop.database.read(handle -> handle.createQuery("""
                SELECT recipient FROM click WHERE website_id = :shop AND campaign_id = :campaign ORDER BY at_ms
                """).bind("shop", shop.website.id()).bind("campaign", campaign.id()).mapTo(byte[].class).list())
                .stream().map(HexFormat.of()::formatHex).toList();
    }

    @Test
    void whatTheStoreRefusesIsDroppedAndHoldsUpNothing() {
        TileLetter letter = new TileLetter(shop.website.id(), campaign.id(), "0".repeat(16), "0".repeat(32), Arm.NONE,
                () -> Audience.KNOWN, () -> true);
        shop.recorder.visited(new TileVisit(TileVisit.Kind.PICTURE, false, RequestClass.PERSON, Optional.of(letter), 1,
                Optional.of("longer than a number may be ".repeat(30)), Optional.empty(), false, 1, Duration.ZERO));
        assertThat(shop.recorder.flush(Duration.ofSeconds(60))).isTrue();
        picture(1, ANNA, PERSON);

        assertEquals(1, total(statistics("").get("pictures")));
        assertEquals(1, shop.recorder.dropped());
    }

    private RawClient.Answer picture(int slot, String query, String... headers) {
        return shop.counted(tile(slot, query), headers);
    }

    private RawClient.Answer click(int slot, String query, String... headers) {
        return shop.counted("/serve/tile/" + campaign.id() + "/" + slot + "/click?" + query, headers);
    }

    private String tile(int slot, String query) {
        return "/serve/tile/" + campaign.id() + "/" + slot + ".png?" + query;
    }

    private JsonNode statistics(String query) {
        RawClient.Answer answer = ask(query);
        assertEquals(200, answer.status(), answer.text());
        return Json.parseObject(answer.text().getBytes(StandardCharsets.UTF_8));
    }

    private RawClient.Answer ask(String query) {
        return shop.client.get(shop.api("/campaigns/" + campaign.id() + "/statistics" + query),
                "Authorization: Bearer " + key);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(shop.now.get(), ZoneOffset.UTC);
    }

    private static int total(JsonNode classes) {
        int total = 0;
        for (JsonNode number : classes) {
            total += number.intValue();
        }
        return total;
    }

    private static void assertClasses(String expected, JsonNode classes) {
        assertEquals(expected.replace('\'', '"'), classes.toString());
    }
}
