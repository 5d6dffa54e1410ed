package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tracking answers have in common: content types, sizes, methods, headers. */
class TrackingHttpTest {
    private static final String PAGEVIEW = "/serve/collect/pageview";

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

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "text/plain;charset=UTF-8",
            "Application/JSON ; charset=utf-8"})
    void jsonAndPlainTextAreTaken(String type) {
        assertEquals(200, server.send("POST", PAGEVIEW, body(""), "Content-Type", type).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/html", "application/jsonx", "*/*", ";"})
    void otherContentTypeIs415EvenIfTooLarge(String type) {
        HttpResponse<String> answer = server.send("POST", PAGEVIEW, " ".repeat(70_000), "Content-Type", type);

        assertProblem(415, "Content-Type must be application/json or text/plain", answer);
    }

    @Test
    void noContentTypeIs415() {
        for (String body : List.of("", body(""))) {
            assertProblem(415, "Content-Type must be application/json or text/plain",
                    server.send("POST", PAGEVIEW, body));
        }
    }

    @Test
    void bodyOf64KiBIsTakenAndOneByteMoreIsNot() {
        String padded = body("").replaceFirst("}$", ",\"x\":\"");
        String largest = padded + "x".repeat(65_536 - padded.length() - 2) + "\"}";

        assertEquals(200, server.post(PAGEVIEW, largest).statusCode());
        assertProblem(413, "body must be at most 65536 bytes", server.post(PAGEVIEW, largest + " "));
        assertProblem(413, "body must be at most 65536 bytes", server.post(PAGEVIEW, " ".repeat(1_000_000)));
        assertEquals(200, server.post(PAGEVIEW, body("")).statusCode());
    }

    @Test
    void chunkedBodyIsMeasuredAsItComes() throws IOException {
        String head = "POST " + PAGEVIEW + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";
        String small = Integer.toHexString(body("").length()) + "\r\n" + body("") + "\r\n0\r\n\r\n";
        String large = "11000\r\n" + " ".repeat(0x11000) + "\r\n0\r\n\r\n";

        assertThat(raw(head + small)).startsWith("HTTP/1.1 200 OK");
        assertThat(raw(head + large)).startsWith("HTTP/1.1 413");
        assertThat(raw(head + "zz\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void callerWhoHangsUpHarmsNobody() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(("POST " + PAGEVIEW + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: 100\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
        }

        assertEquals(200, server.post(PAGEVIEW, body("")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/serve/trackingUser", "/serve/collect/pageview", "/serve/collect/cart",
            "/serve/collect/conversion", "/serve/collect/customerId", "/serve/collect/email"})
    void onlyPostIsTakenAndPreflightsAreAnswered(String path) {
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            HttpResponse<String> answer = server.send(method, path, "");
            assertProblem(405, "method must be POST, OPTIONS", answer);
            assertEquals(Optional.of("POST, OPTIONS"), answer.headers().firstValue("Allow"));
        }
        HttpResponse<String> preflight = server.send("OPTIONS", path, "", "Origin", "https://shop.example",
                "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type");
        assertEquals(204, preflight.statusCode());
        assertEquals(Optional.of("POST"), preflight.headers().firstValue("Access-Control-Allow-Methods"));
        assertEquals(Optional.of("Content-Type"), preflight.headers().firstValue("Access-Control-Allow-Headers"));
        assertTrue(preflight.headers().firstValue("Access-Control-Max-Age").isPresent());
        assertOpen(preflight);
    }

    @Test
    void headHasNoBody() throws IOException {
        String answer = raw("HEAD " + PAGEVIEW + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405").contains("Content-Length: 58").endsWith("\r\n\r\n");
    }

    @Test
    void everyAnswerIsOpenAndUncached() {
        assertOpen(server.post("/serve/trackingUser", body("")));
        assertOpen(server.post(PAGEVIEW, body("")));
        assertOpen(server.post(PAGEVIEW, "{"));
        assertProblem(404, "Not Found", server.post("/serve/collect/nothing", body("")));
    }

    @Test
    void failureOfTheStoreIsToldWithoutDetailAndPasses() {
        Path other = folder.resolve("failing");
        try (TestServer failing = TestServer.on(other)) {
            String body = body("").replace(website.uuid().toString(),
                    failing.website(WebsiteSettings.DEFAULTS).uuid().toString());
            failing.database.close();

            HttpResponse<String> answer = failing.post(PAGEVIEW, body);

            assertThat(answer.statusCode()).isIn(500, 503);
            assertThat(answer.body()).isIn("{\"success\":false,\"message\":\"Internal error\"}",
                    "{\"success\":false,\"message\":\"Overloaded, please try again\"}");
            assertOpen(answer);
        }
    }

    @Test
    void manyCallsAtOnceAreAllStored() throws Exception {
        TrackingUserId phone = TrackingUserId.random();
        List<Callable<Integer>> calls = IntStream.range(0, 40).<Callable<Integer>>mapToObj(i -> () ->
                server.post(PAGEVIEW, body(",\"productNumber\":" + i, phone)).statusCode()).toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(calls)) {
                assertEquals(200, status.get());
            }
        }

        var identity = server.identities.resolveTrackingUser(website.id(), phone);
        assertThat(server.activities.historyOf(website.id(), identity).events()).hasSize(40);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static String body(String more) {
        return body(more, new TrackingUserId("66f1a2b3c4d5e6f708192a3b"));
    }

    private static String body(String more, TrackingUserId trackingUser) {
        return "{\"websiteUuid\":\"" + website.uuid() + "\",\"trackingUserId\":\"" + trackingUser + "\"" + more + "}";
    }

    private static void assertProblem(int status, String message, HttpResponse<String> answer) {
        assertEquals("{\"success\":false,\"message\":\"" + message + "\"}", answer.body());
        assertEquals(status, answer.statusCode());
        assertOpen(answer);
    }

    private static void assertOpen(HttpResponse<String> answer) {
        assertEquals(List.of("*"), answer.headers().allValues("Access-Control-Allow-Origin"));
        assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"));
        assertEquals(List.of(), answer.headers().allValues("Set-Cookie"));
    }
}
