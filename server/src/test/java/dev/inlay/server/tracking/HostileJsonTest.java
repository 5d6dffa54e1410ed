package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.Shared;
import dev.inlay.server.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No body breaks the server: JSON is taken, what is none is 400, at once. */
class HostileJsonTest {
    private static final String NO_JSON = "{\"success\":false,\"message\":\"body must be JSON of at most 16 levels\"}";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String NO_OBJECT = "{\"success\":false,\"message\":\"body must be a JSON object\"}";
    private static final String NO_UTF_8 = "{\"success\":false,\"message\":\"body must be UTF-8\"}";

    /** Larger ones are refused by their size. */
    private static final int MAX_LENGTH = 60_000;

    /** A case of the suite. */
    record Case(String name, String expect, byte[] json) {
        boolean isEmpty() {
            return new String(json, StandardCharsets.ISO_8859_1).isBlank();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    static Path folder;

    private static TestServer server;
    private static String website;

    @BeforeAll
    static void start() {
        server = TestServer.on(folder);
        website = server.website(WebsiteSettings.DEFAULTS).uuid().toString();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Case> cases() throws IOException {
        Path suite = Shared.path("corpora/json-parsing");
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(suite.resolve("manifest.tsv")).stream().skip(1).toList()) {
            String[] fields = line.split("\t", -1);
            byte[] json = Files.readAllBytes(suite.resolve(fields[0]));
            if (json.length < MAX_LENGTH) {
                cases.add(new Case(fields[0], fields[3], json));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void wholeBodyIsTakenOrRefusedBySyntax(Case json) throws Exception {
        HttpResponse<String> answer = post(json.json());

        assertThat(answer.statusCode()).isEqualTo(400);
        switch (json.expect()) {
            case "accept" -> assertThat(answer.body()).isNotIn(NO_JSON, NO_UTF_8);
            case "reject" -> assertThat(answer.body()).isIn(NO_JSON, NO_UTF_8, json.isEmpty() ? NO_OBJECT : NO_JSON);
            default -> assertThat(answer.body()).startsWith("{\"success\":false,\"message\":\"");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void unknownMemberIsIgnoredIfItIsJson(Case json) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("{\"websiteUuid\":\"" + website + "\",\"trackingUserId\":\"66f1a2b3c4d5e6f708192a3b\",\"x\":")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(json.json());
        body.writeBytes("}".getBytes(StandardCharsets.UTF_8));

        int status = post(body.toByteArray()).statusCode();

        switch (json.expect()) {
            case "accept" -> assertEquals(200, status);
            case "reject" -> assertEquals(400, status);
            default -> assertThat(status).isIn(200, 400);
        }
    }

    @Test
    void deepWideAndHugeBodiesAreRefused() throws Exception {
        String keys = IntStream.range(0, 1_500).mapToObj(i -> "\"" + colliding(i) + "\":1")
                .collect(Collectors.joining(","));
        post("{}".getBytes(StandardCharsets.UTF_8));

        for (String body : new String[] {"[".repeat(60_000), "{\"a\":".repeat(12_000), "[{\"\":".repeat(12_000),
            "[".repeat(17) + "]".repeat(17), "{" + keys + "}", "{\"total\":1e1000000000}", "{\"total\":1e99999999999}",
            "{\"total\":" + "9".repeat(60_000) + "}", "{\"total\":1e-2147483649}"}) {
            assertEquals(400, post(body.getBytes(StandardCharsets.UTF_8)).statusCode());
        }
    }

    @Test
    void hugeExponentWhereANumberOrIdBelongsIsRefused() throws Exception {
        String envelope = "{\"websiteUuid\":\"" + website + "\",\"trackingUserId\":\"66f1a2b3c4d5e6f708192a3b\",";
        for (String number : new String[] {"1e999999", "1e2147483647", "-1e2147483647", "1e-2147483647", "0e2147483647",
            "1e1000000000", "\"1e999999\"", "\"1e99999999999\"", "\"" + "9".repeat(60_000) + "\"", "\"NaN\"", "\"\""}) {
            byte[] cart = (envelope + "\"urls\":[],\"total\":" + number + "}").getBytes(StandardCharsets.UTF_8);
            assertEquals(400, post("cart", cart).statusCode(), number.substring(0, Math.min(20, number.length())));
        }
    }

    /** Strings of one {@link String#hashCode()}. */
    private static String colliding(int number) {
        return IntStream.range(0, 11).mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        return post("pageview", body);
    }

    private static HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/serve/collect/" + path);
        return CLIENT.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }
}
