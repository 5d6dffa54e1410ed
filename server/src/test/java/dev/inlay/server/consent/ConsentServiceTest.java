package dev.inlay.server.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST people/consent} on the wire. */
class ConsentServiceTest {
    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static String path;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        path = "/api/websites/" + desk.website("Daybird");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "'userEmail':'Zora@example.test'",
        "'customerId':'K-1'",
        "'customerId':4711",
        "'trackingUserId':'66F1A2B3C4D5E6F708192A3B'",
        "'userEmailSha256':'973DFE463EC85785F5F95AF5BA3906EEDB2D931C24E69824A89EA65DBA4E813B'",
        "'userEmailSha1':'567159D622FFBB50B11B0EFD307BE358624A26EE'",
        "'userEmailMd5':'55502f40dc8b7c769880b10874abc9d0'"
    })
    void whatIsSaidOfSomebodyUnknownIsTakenAtOnce(String name) {
        for (String consent : new String[] {"granted", "denied"}) {
            Instant before = Instant.now().minusSeconds(1);

            JsonNode answer = taken("{" + name + ",'consent':'" + consent + "','source':'newsletter form'}");

            assertThat(answer.get("success").booleanValue()).isTrue();
            assertEquals(consent, answer.get("consent").textValue());
            assertThat(Instant.parse(answer.get("time").textValue())).isBetween(before, Instant.now());
            assertEquals(3, answer.size());
        }
    }

    @Test
    void answerTellsWhatHoldsWhereSomethingLaterWasSaid() {
        taken("{'customerId':'K-2','consent':'denied','time':'2026-03-04T11:15:00+01:00'}");

        JsonNode answer = taken("{'customerId':'K-2','consent':'granted','time':'2025-01-01T00:00:00Z'}");

        assertEquals("denied", answer.get("consent").textValue());
        assertEquals("2026-03-04T10:15:00Z", answer.get("time").textValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'consent':'denied'} | body must have exactly one of userEmail, customerId, trackingUserId, userEmailSha256, "
                + "userEmailSha1, userEmailMd5 - has 0",
        "{'customerId':'a','userEmail':'zora@example.test','consent':'denied'} | body must have exactly one of "
                + "userEmail, customerId, trackingUserId, userEmailSha256, userEmailSha1, userEmailMd5 - has 2",
        "{'customerId':'a'} | consent is required",
        "{'customerId':'a','consent':'unknown'} | consent must be granted or denied - was 'unknown'",
        "{'customerId':'a','consent':true} | consent must be a string - was 'true'",
        "{'customerId':'{{ person.id }}','consent':'denied'} | customerId must have 1 to 255 characters, no control "
                + "character and no merge tag - was '{{ person.id }}'",
        "{'customerId':'','consent':'denied'} | customerId must have 1 to 255 characters, no control character and no "
                + "merge tag - was ''",
        "{'trackingUserId':'xyz','consent':'denied'} | trackingUserId must be 24 hex characters, not all 0 - was 'xyz'",
        "{'trackingUserId':'000000000000000000000000','consent':'denied'} | trackingUserId must be 24 hex characters, "
                + "not all 0 - was '000000000000000000000000'",
        "{'userEmail':'zora example','consent':'denied'} | userEmail must be an address",
        "{'userEmailMd5':'55502f','consent':'denied'} | userEmailMd5 must be the hex digest of an address",
        "{'customerId':'a','consent':'denied','time':'yesterday'} | time must be an ISO 8601 time with offset - was "
                + "'yesterday'",
        "{'customerId':'a','consent':'denied','time':'2199-01-01T00:00:00Z'} | time must lie between 1970 and now - "
                + "was '2199-01-01T00:00:00Z'",
        "{'customerId':'a','consent':'denied','time':'1969-01-01T00:00:00Z'} | time must lie between 1970 and now - "
                + "was '1969-01-01T00:00:00Z'",
        "{'customerId':'a','consent':'denied','source':7} | source must be a string - was '7'",
        "{'customerId':'a','consent':'denied','source':'form of zora@example.test'} | source must have at most 255 "
                + "characters, no control character and no address - was a value that is not repeated here"
    })
    void anythingElseIsRefusedByMemberRuleAndValue(String body, String message) {
        HttpResponse<String> answer = post(ConsoleDesk.KEY, body);

        assertEquals(400, answer.statusCode());
        assertEquals(message, json(answer).get("message").textValue());
        assertThat(answer.body()).doesNotContain("zora@");
    }

    @ParameterizedTest
    @CsvSource({"read, 403", "ingest, 403", "admin, 200"})
    void onlyAdminsMaySay(String scope, int status) {
        String key = desk.api("POST", path + "/keys", Json.object().put("scope", scope)).get("key").asText();

        assertEquals(status, post(key, "{'customerId':'K-3','consent':'granted'}").statusCode());
    }

    @Test
    void otherMethodsAreRefused() {
        HttpRequest get = HttpRequest.newBuilder(URI.create(desk.url(path + "/people/consent")))
                .header("Authorization", "Bearer " + ConsoleDesk.KEY).build();

        assertEquals(405, desk.send(get).statusCode());
        assertEquals(401, post("wrong", "{}").statusCode());
    }

    private static JsonNode taken(String body) {
        HttpResponse<String> answer = post(ConsoleDesk.KEY, body);
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer);
    }

    private static HttpResponse<String> post(String key, String body) {
        return desk.send(HttpRequest.newBuilder(URI.create(desk.url(path + "/people/consent")))
                .header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))).build());
    }

    private static ObjectNode json(HttpResponse<String> answer) {
        return Json.parseObject(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
