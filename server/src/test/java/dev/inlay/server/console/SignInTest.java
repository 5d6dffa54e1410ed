package dev.inlay.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.Chromium;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/websites/new",
            "/console/websites/7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b"})
    void whoIsNotSignedInIsAskedTo(String path) {
        HttpResponse<String> answer = get(path, "");

        assertEquals(303, answer.statusCode());
        assertEquals("/console/sign-in", answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void theHomeOfTheServerIsTheConsole() {
        assertEquals("/console", get("/", "").headers().firstValue("Location").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "installation-key-of-at-least-32-character"})
    void aWrongKeySignsNobodyIn(String key) {
        HttpResponse<String> answer = post("/console/sign-in", "", "key=" + key, "same-origin");

        assertEquals(403, answer.statusCode());
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("That is not the installation key.");
    }

    @Test
    void anotherSiteSignsNobodyIn() {
        assertEquals(403, post("/console/sign-in", "", "key=" + ConsoleDesk.KEY, "cross-site").statusCode());
    }

    @Test
    void aFormOfAnotherOriginSignsNobodyIn() {
        HttpResponse<String> answer = desk.send(HttpRequest.newBuilder(URI.create(desk.url("/console/sign-in")))
                .header("Content-Type", FORM).header("Origin", "http://evil.example")
                .POST(BodyPublishers.ofString("key=" + ConsoleDesk.KEY)).build());

        assertEquals(403, answer.statusCode());
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/console/%", "/api/websites/%zz/products", "/sdk-%zz.js", "/openapi%zz"})
    void aPathWithABrokenEscapeIsNotFound(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", URI.create(desk.url("/")).getPort())) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 404");
        }
    }

    @Test
    void theCookieIsForTheConsoleOnlyAndHiddenFromScripts() {
        assertThat(setCookie()).contains("; Path=/console;", "; HttpOnly", "; SameSite=Strict", "; Max-Age=43200")
                .doesNotContain(ConsoleDesk.KEY);
    }

    @Test
    void aCookieThatWasTamperedWithIsNone() {
        String cookie = setCookie().split(";")[0];
        String other = cookie.substring(0, cookie.length() - 1) + (cookie.endsWith("0") ? "1" : "0");

        assertEquals(200, get("/console/websites/new", cookie).statusCode());
        assertEquals(303, get("/console/websites/new", other).statusCode());
        assertEquals(303, get("/console/websites/new", cookie.replaceFirst("\\.1", ".2")).statusCode());
    }

    @Test
    void aFormWithoutTheTokenOfItsSessionDoesNothing() {
        String cookie = setCookie().split(";")[0];

        HttpResponse<String> answer = post("/console/websites", cookie, "name=x&url=https://x.example", "same-origin");

        assertEquals(403, answer.statusCode());
        assertThat(desk.api("GET", "/api/websites", Json.object()).toString()).doesNotContain("x.example");
    }

    @Test
    void pagesRunOwnScriptsOnlyAndAreNotKept() {
        HttpResponse<String> answer = get("/console/sign-in", "");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'");
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertThat(answer.body()).doesNotContain("<script>").doesNotContain("style=");
    }

    @ParameterizedTest
    @CsvSource({"console.css, 200", "console.js, 200", "pico.css, 200", "htmx.js, 200", "chart.js, 200",
            "mail-services.tsv, 404", "..%2Fmail-services.tsv, 303"})
    void onlyStylesAndScriptsAreServed(String file, int status) {
        assertEquals(status, get("/console/assets/" + file, "").statusCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void anOperatorSignsInAddsAWebsiteAndSignsOut(int width) {
        try (Chromium.Window window = desk.signIn(width, 800)) {
            window.page().navigate(desk.url("/console/websites/new"));
            window.page().fill("#name", "Daybird <b>& Sons</b>");
            window.page().fill("#url", "https://daybird.example/");
            window.page().fill("#currency", "XXZ");
            window.page().click("button:has-text('Add website')");
            assertThat(window.page().textContent("#currency-hint")).contains("must be an ISO 4217 code");
            assertThat(window.problems()).allMatch(problem -> problem.contains("400"));

            window.page().fill("#currency", "DKK");
            window.page().click("button:has-text('Add website')");
            window.page().waitForURL("**/console/websites/*");

            assertThat(desk.api("GET", "/api/websites", Json.object()).toString()).contains("Daybird <b>& Sons</b>");
            assertThat(window.scrollsSideways()).isFalse();
            window.page().click("text=Sign out");
            window.page().waitForURL("**/sign-in");
            assertEquals(303, get("/console/websites/new", "").statusCode());
        }
    }

    private static String setCookie() {
        return post("/console/sign-in", "", "key=" + ConsoleDesk.KEY, "same-origin")
                .headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static HttpResponse<String> get(String path, String cookie) {
        return desk.send(HttpRequest.newBuilder(URI.create(desk.url(path))).header("Cookie", cookie).build());
    }

    private static HttpResponse<String> post(String path, String cookie, String form, String site) {
        return desk.send(HttpRequest.newBuilder(URI.create(desk.url(path))).header("Cookie", cookie)
                .header("Content-Type", FORM).header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString(form)).build());
    }
}
