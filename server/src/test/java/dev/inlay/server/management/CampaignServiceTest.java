package dev.inlay.server.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.Shared;
import dev.inlay.server.http.Json;
import dev.inlay.server.snippet.HtmlTags;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignServiceTest {
    @TempDir
    private static Path folder;
    private static ManagementServer server;

    @BeforeAll
    static void start() {
        server = new ManagementServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aNewCampaignIsAnsweredWithItsIdAndAllDefaults() {
        HttpResponse<String> answer = server.send("POST", "campaigns", server.adminKey, "{\"name\":\"Friday\"}");

        assertEquals(201, answer.statusCode());
        JsonNode campaign = ManagementServer.json(answer);
        assertTrue(campaign.get("id").textValue().matches("[a-z2-7]{16}"));
        assertEquals("product-tile", campaign.get("template").textValue());
        assertEquals(campaign, ManagementServer.json(get("campaigns/" + campaign.get("id").textValue())));
    }

    @Test
    void decimalsAreRepeatedAsTheyWere() {
        String id = create("{\"name\":\"n\",\"filter\":{\"priceMin\":10,\"priceMax\":99.95}}");

        assertEquals("{\"priceMin\":10,\"priceMax\":99.95}",
                ManagementServer.json(get("campaigns/" + id)).get("filter").toString());
    }

    @Test
    void listHoldsTheCampaignsOfTheWebsite() {
        String first = create("{\"name\":\"first\"}");
        String second = create("{\"name\":\"second\"}");

        assertThat(ManagementServer.json(get("campaigns")).get("campaigns").findValuesAsText("id"))
                .containsSubsequence(first, second);
    }

    @Test
    void aPatchChangesWhatItNamesAndNullBringsTheDefaultBack() {
        String id = create("""
                {"name":"n","slots":6,"filter":{"brands":["Acme"],"priceMin":5},"utm":{"source":"news"}}
                """);

        HttpResponse<String> answer = server.send("PATCH", "campaigns/" + id, server.adminKey, """
                {"slots":2,"filter":{"brands":null},"utm":null,"type":"rolling","period":"PT1H"}
                """);

        assertEquals(200, answer.statusCode());
        JsonNode campaign = ManagementServer.json(get("campaigns/" + id));
        assertEquals(ManagementServer.json(answer), campaign);
        assertEquals(2, campaign.get("slots").intValue());
        assertEquals("{\"priceMin\":5}", campaign.get("filter").toString());
        assertEquals("{}", campaign.get("utm").toString());
        assertEquals("rolling", campaign.get("type").textValue());
        assertEquals("n", campaign.get("name").textValue());
    }

    @Test
    void anAnswerCanBeSentBack() {
        String id = create("{\"name\":\"n\",\"slots\":3}");
        String body = get("campaigns/" + id).body();

        HttpResponse<String> answer = server.send("PATCH", "campaigns/" + id, server.adminKey, body);

        assertEquals(200, answer.statusCode());
        assertEquals(body, answer.body());
    }

    @Test
    void aPatchThatBreaksARuleChangesNothing() {
        String id = create("{\"name\":\"n\"}");
        String before = get("campaigns/" + id).body();

        HttpResponse<String> answer =
                server.send("PATCH", "campaigns/" + id, server.adminKey, "{\"slots\":2,\"name\":null}");

        assertProblem(400, "name is required", answer);
        assertEquals(before, get("campaigns/" + id).body());
    }

    @Test
    void aDeletedCampaignIsGone() {
        String id = create("{\"name\":\"n\"}");

        assertEquals(204, server.send("DELETE", "campaigns/" + id, server.adminKey, "").statusCode());

        assertProblem(404, "no such campaign", get("campaigns/" + id));
        assertProblem(404, "no such campaign", server.send("DELETE", "campaigns/" + id, server.adminKey, ""));
    }

    @Test
    void clearingAnswersWithNothing() {
        String id = create("{\"name\":\"n\"}");

        HttpResponse<String> answer = server.send("POST", "campaigns/" + id + "/clear", server.adminKey, "");

        assertEquals(204, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void theInstallationKeyIsAdminEverywhere() {
        HttpResponse<String> answer =
                server.send("POST", "campaigns", ManagementServer.INSTALLATION_KEY, "{\"name\":\"n\"}");

        assertEquals(201, answer.statusCode());
    }

    @Test
    void aCampaignOfAnotherWebsiteIsNotThere() {
        String id = create("{\"name\":\"n\"}");
        String elsewhere = "/api/websites/" + server.otherShop.uuid() + "/campaigns/" + id;

        for (String path : new String[] {elsewhere, elsewhere + "/snippet?service=mailchimp"}) {
            assertProblem(404, "no such campaign", server.exchange(HttpRequest.newBuilder(server.uri(path))
                    .header("Authorization", "Bearer " + ManagementServer.INSTALLATION_KEY).build()));
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, campaigns", "GET, campaigns/ID", "POST, campaigns", "PATCH, campaigns/ID", "DELETE, campaigns/ID",
        "POST, campaigns/ID/clear", "GET, campaigns/ID/snippet?service=mailchimp"})
    void readKeysReadAndAdminKeysDoAll(String method, String path) {
        String at = path.replace("ID", create("{\"name\":\"n\"}"));
        int expected = method.equals("GET") ? 200 : 403;

        assertEquals(401, server.exchange(HttpRequest.newBuilder(
                server.uri("/api/websites/" + server.shop.uuid() + "/" + at)).method(method,
                        HttpRequest.BodyPublishers.noBody()).build()).statusCode());
        assertEquals(403, server.send(method, at, server.ingestKey, "{\"name\":\"n\"}").statusCode());
        assertEquals(expected, server.send(method, at, server.readKey, "{\"name\":\"n\"}").statusCode());
        assertEquals(2, server.send(method, at, server.adminKey, "{\"name\":\"n\"}").statusCode() / 100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"DELETE | campaigns | GET, POST", "POST | campaigns/x | GET, PATCH, DELETE",
        "PUT | campaigns/x | GET, PATCH, DELETE", "GET | campaigns/x/clear | POST", "POST | campaigns/x/snippet | GET"})
    void otherMethodsAreRefused(String method, String path, String allowed) {
        HttpResponse<String> answer = server.send(method, path, server.adminKey, "");

        assertProblem(405, "method must be " + allowed, answer);
        assertEquals(allowed, answer.headers().firstValue("Allow").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[] | body must be a JSON object",
        "{ | body must be JSON of at most 16 levels",
        "{\"name\":\"n\",\"slots\":25} | slots must be a whole number from 1 to 24 - was '25'"})
    void brokenBodiesAreTold(String body, String message) {
        assertProblem(400, message, server.send("POST", "campaigns", server.adminKey, body));
    }

    @Test
    void hostileNamesAreRepeatedAsTheyAreAndStayInTheirComment() throws IOException {
        String path = "campaigns/" + create("{\"name\":\"n\"}");
        for (String line : Files.readAllLines(Shared.path("corpora/injection-strings/cases.jsonl"))) {
            ObjectNode patch = Json.object().put("name", Json.mapper().readTree(line).get("value").textValue());
            String body = Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(patch);
            HttpResponse<String> answer = server.send("PATCH", path, server.adminKey, body);
            if (answer.statusCode() != 400) {
                assertEquals(200, answer.statusCode(), line);
                assertEquals(patch.get("name"), ManagementServer.json(answer).get("name"));
                assertThat(HtmlTags.of(get(path + "/snippet?service=mailchimp").body()))
                        .extracting(HtmlTags.Tag::name).containsOnly("table", "tr", "td", "a", "img");
            }
        }
    }

    private static String create(String body) {
        return ManagementServer.json(server.send("POST", "campaigns", server.adminKey, body)).get("id").textValue();
    }

    private static HttpResponse<String> get(String path) {
        return server.send("GET", path, server.readKey, "");
    }

    private static void assertProblem(int status, String message, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode());
        assertEquals(message, ManagementServer.json(answer).get("message").textValue());
    }
}
