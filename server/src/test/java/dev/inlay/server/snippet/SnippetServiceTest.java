package dev.inlay.server.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.server.management.ManagementServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetServiceTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><!-- '";

    @TempDir
    private static Path folder;
    private static ManagementServer server;
    private static String campaign;

    @BeforeAll
    static void start() {
        server = new ManagementServer(folder);
        campaign = ManagementServer.json(server.send("POST", "campaigns", server.adminKey,
                "{\"name\":\"Friday <b>\",\"slots\":2}")).get("id").textValue();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"html, text/html; charset=utf-8, <!-- begin Friday b -->",
        "mjml, text/plain; charset=utf-8, <!-- begin Friday b -->", "urls, application/json, {\"urls\":["})
    void everyFormIsAnswered(String format, String type, String beginning) {
        HttpResponse<String> answer = snippet("service=mailchimp&identity=userEmail&format=" + format);

        assertEquals(200, answer.statusCode());
        assertEquals(type, answer.headers().firstValue("Content-Type").orElseThrow());
        assertThat(answer.body()).startsWith(beginning);
    }

    @Test
    void urlsNameSlotPictureAndClick() {
        JsonNode urls = ManagementServer.json(snippet("service=mailchimp&format=urls")).get("urls");

        String base = "https://tiles.example/serve/tile/" + campaign + "/2";
        assertEquals(2, urls.get(1).get("slot").intValue());
        assertEquals(base + ".png?send=*|CAMPAIGN_UID|*&userEmail=*|URL:EMAIL|*", urls.get(1).get("image").textValue());
        assertEquals(base + "/click?send=*|CAMPAIGN_UID|*&userEmail=*|URL:EMAIL|*",
                urls.get(1).get("click").textValue());
    }

    @ParameterizedTest
    @CsvSource({"html", "mjml"})
    void caveatsOfTheServiceStandBeneathTheBlock(String format) {
        assertThat(snippet("service=pardot&format=" + format).body())
                .contains("<!-- end Friday b -->\n<!-- No encoded form is known: test an address with a plus sign. "
                        + "-->\n");
    }

    @Test
    void urlsComeWithNotesAndAChecklist() {
        JsonNode answer = ManagementServer.json(snippet("service=pardot&format=urls"));

        assertThat(answer.get("evidence").textValue()).isEqualTo("seen in use");
        assertThat(answer.get("notes").get(0).textValue())
                .isEqualTo("No encoded form is known: test an address with a plus sign.");
        assertThat(answer.get("checklist").get(1).textValue()).contains("userEmail=", "%%email%%");
    }

    @Test
    void ampersandsAreBareWhenAskedFor() {
        assertThat(snippet("service=mailchimp&ampersand=bare").body()).doesNotContain("&amp;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"format=pdf | format must be html, mjml or urls - was 'pdf'",
        "ampersand=no | ampersand must be escaped or bare - was 'no'"})
    void unknownFormsAreTold(String query, String message) {
        HttpResponse<String> answer = snippet("service=rule&" + query);

        assertEquals(400, answer.statusCode());
        assertEquals(message, ManagementServer.json(answer).get("message").textValue());
    }

    private static HttpResponse<String> snippet(String query) {
        return server.send("GET", "campaigns/" + campaign + "/snippet?" + query, server.readKey, "");
    }
}
