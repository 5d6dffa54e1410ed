package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server keeps a browser's id in a cookie, for pages of the shop on the same host only. */
class IdentityServiceTest {
    private static final String ID = "62a0317d17698aa57d369db9";
    private static final String[] SHOP = {"Origin", "https://shop.example", "Sec-Fetch-Site", "same-origin"};

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Website website;

    @BeforeAll
    static void start() {
        server = TestServer.on(folder);
        website = server.website(WebsiteSettings.DEFAULTS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void browserWithoutIdGetsOneForAYear() {
        HttpResponse<String> answer = identity(SHOP);

        assertEquals(200, answer.statusCode());
        String id = answer.body().replaceAll("\\{\"id\":\"([0-9a-f]{24})\"}", "$1");
        assertThat(id).matches("[0-9a-f]{24}").isNotEqualTo("0".repeat(24));
        assertEquals(List.of("hello_retail_id=" + id + "; Path=/; Max-Age=31536000; SameSite=Lax; Secure"),
                answer.headers().allValues("Set-Cookie"));
        assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"));
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello_retail_id=" + ID, "a=b; hello_retail_id=" + ID + "; c=\"d",
            "hello_retail_id=; hello_retail_id=62A0317D17698AA57D369DB9"})
    void browserKeepsItsId(String cookies) {
        HttpResponse<String> answer = identity(with(SHOP, "Cookie", cookies));

        assertEquals("{\"id\":\"" + ID + "\"}", answer.body());
        assertThat(setCookie(answer)).startsWith("hello_retail_id=" + ID + "; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello_retail_id=", "hello_retail_id=x" + ID, "hello_retail_id=" + ID + "0",
            "my_hello_retail_id=" + ID, "hello_retail_id=undefined"})
    void valueThatIsNoIdCountsAsAbsent(String cookies) {
        HttpResponse<String> answer = identity(with(SHOP, "Cookie", cookies));

        assertThat(answer.body()).matches("\\{\"id\":\"[0-9a-f]{24}\"}").doesNotContain(ID);
        assertThat(setCookie(answer)).contains(answer.body().substring(7, 31));
    }

    @Test
    void shopperWhoOptedOutGetsNoCookie() {
        HttpResponse<String> answer = identity(with(SHOP, "Cookie", "hello_retail_id=" + "0".repeat(24)));

        assertEquals("{\"id\":\"" + "0".repeat(24) + "\"}", answer.body());
        assertEquals("", setCookie(answer));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://shop.example,     http,  true
            http://shop.example:8080, http,  false
            http://www.shop.example,  https, true
            """)
    void cookieIsSecureWhereThePageIs(String origin, String forwarded, boolean secure) {
        HttpResponse<String> answer = identity("Origin", origin, "X-Forwarded-Proto", forwarded);

        assertEquals(secure, setCookie(answer).endsWith("; Secure"));
        assertThat(setCookie(answer)).contains("; SameSite=Lax");
    }

    @Test
    void referrerTellsThePageWhereTheOriginIsMissing() {
        assertEquals(200, identity("Referer", "https://shop.example/p/1?x=%20").statusCode());
        assertEquals(403,
                identity("Referer", "https://shop.example/p/1", "Origin", "https://evil.example").statusCode());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://evil.example,          same-origin
            https://shop.example.evil.com, same-origin
            https://shop.example@evil.com, same-origin
            null,                          same-origin
            nonsense and more,             same-origin
            https://shop.example,          cross-site
            https://shop.example,          same-site
            https://shop.example,          none
            """)
    void otherPagesGetNothing(String origin, String site) {
        HttpResponse<String> answer =
                identity("Origin", origin, "Sec-Fetch-Site", site, "Cookie", "hello_retail_id=" + ID);

        assertEquals(403, answer.statusCode());
        assertEquals("{\"success\":false,\"message\":\"only pages on the website's hosts may call this, each on its "
                + "own host\"}", answer.body());
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "access-control-allow-origin");
        assertEquals("/identity", server.refusals.of(website).getFirst().path());
    }

    @Test
    void callerThatTellsNoPageGetsNothing() {
        assertEquals(403, identity().statusCode());
    }

    @Test
    void otherCallsAreRefused() {
        String body = "{\"websiteUuid\":\"7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b\"}";

        assertEquals(400,
                server.send("POST", "/identity", body, with(SHOP, "Content-Type", "text/plain")).statusCode());
        assertEquals(415, server.send("POST", "/identity", body, SHOP).statusCode());
        for (String method : List.of("GET", "OPTIONS", "DELETE")) {
            HttpResponse<String> answer = server.send(method, "/identity", "", SHOP);
            assertEquals(405, answer.statusCode());
            assertEquals(List.of("POST"), answer.headers().allValues("Allow"));
        }
    }

    private static HttpResponse<String> identity(String... headers) {
        return server.send("POST", "/identity", "{\"websiteUuid\":\"" + website.uuid() + "\"}",
                with(headers, "Content-Type", "text/plain;charset=UTF-8"));
    }

    private static String[] with(String[] headers, String... more) {
        return Stream.concat(Arrays.stream(headers), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String setCookie(HttpResponse<String> answer) {
        return String.join("+", answer.headers().allValues("Set-Cookie"));
    }
}
