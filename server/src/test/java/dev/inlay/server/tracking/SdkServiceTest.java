package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdkServiceTest {
    private static final String SDK = "/sdk.js?websiteUuid=7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.on(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void scriptIsOpenToEveryPageAndAskedForAnewEachTime() throws Exception {
        HttpResponse<byte[]> answer = send("GET", SDK);

        assertEquals(200, answer.statusCode());
        assertEquals("text/javascript; charset=utf-8", header(answer, "Content-Type"));
        assertEquals("no-cache", header(answer, "Cache-Control"));
        assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
        assertEquals("cross-origin", header(answer, "Cross-Origin-Resource-Policy"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("Accept-Encoding", header(answer, "Vary"));
        assertEquals(String.valueOf(answer.body().length), header(answer, "Content-Length"));
        assertEquals("", header(answer, "Content-Encoding"));
        assertEquals("", header(answer, "Set-Cookie"));
    }

    @Test
    void scriptIsAtMostSixKilobytesCompressed() throws Exception {
        HttpResponse<byte[]> compressed = send("GET", SDK, "Accept-Encoding", "gzip, deflate, br");

        assertEquals("gzip", header(compressed, "Content-Encoding"));
        assertEquals("Accept-Encoding", header(compressed, "Vary"));
        assertThat(compressed.body().length).isLessThanOrEqualTo(6 * 1024);
        assertArrayEquals(send("GET", SDK).body(),
                new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip              | gzip
            GZIP;q=0.5, br    | gzip
            gzip;q=0, *       | ''
            gzip; q=1.0       | gzip
            gzip;q=0          | ''
            gzip;q=0.000      | ''
            br, deflate       | ''
            x-gzipped         | ''
            identity          | ''
            """)
    void scriptIsCompressedForWhoeverTakesIt(String accepted, String encoding) throws Exception {
        assertEquals(encoding, header(send("GET", SDK, "Accept-Encoding", accepted), "Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void unchangedScriptIsNotSentAgain(String encoding) throws Exception {
        String etag = header(send("GET", SDK, "Accept-Encoding", encoding), "ETag");

        HttpResponse<byte[]> again = send("GET", SDK, "Accept-Encoding", encoding, "If-None-Match", "\"x\", W/" + etag);

        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
        assertEquals(etag, header(again, "ETag"));
        assertEquals("no-cache", header(again, "Cache-Control"));
        assertEquals(200, send("GET", SDK, "Accept-Encoding", encoding, "If-None-Match", "\"x\"").statusCode());
    }

    @Test
    void bothEncodingsHaveTheirOwnTag() throws Exception {
        assertThat(header(send("GET", SDK, "Accept-Encoding", "gzip"), "ETag"))
                .isNotEqualTo(header(send("GET", SDK), "ETag"));
    }

    @Test
    void scriptUnderItsHashIsKeptForAYear() throws Exception {
        HttpResponse<byte[]> answer = send("GET", "/sdk-" + hash() + ".js?websiteUuid=x");

        assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"));
        assertArrayEquals(send("GET", SDK).body(), answer.body());
    }

    @Test
    void scriptUnderAnotherHashIsTodaysAndNotKept() throws Exception {
        HttpResponse<byte[]> answer = send("GET", "/sdk-0123456789abcdef.js");

        assertEquals(200, answer.statusCode());
        assertEquals("no-cache", header(answer, "Cache-Control"));
        assertArrayEquals(send("GET", SDK).body(), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sdk.js", "/sdk-0123456789abcdef.js"})
    void headIsAnsweredAndOtherMethodsAreNot(String path) throws Exception {
        HttpResponse<byte[]> head = send("HEAD", path);

        assertEquals(200, head.statusCode());
        assertEquals(header(send("GET", path), "Content-Length"), header(head, "Content-Length"));
        for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS"}) {
            HttpResponse<byte[]> other = send(method, path);
            assertEquals(405, other.statusCode());
            assertEquals("GET, HEAD", header(other, "Allow"));
        }
    }

    @Test
    void nothingElseIsThere() throws Exception {
        assertEquals(404, send("GET", "/sdk.css").statusCode());
        assertEquals(404, send("GET", "/sdk/x.js").statusCode());
    }

    private static String hash() throws Exception {
        return header(send("GET", SDK), "ETag").replace("\"", "");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join("+", answer.headers().allValues(name));
    }

    private static HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .version(HttpClient.Version.HTTP_1_1).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
