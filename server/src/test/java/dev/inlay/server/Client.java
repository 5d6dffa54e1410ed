package dev.inlay.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A shop, an operator and a mail client in one: speaks to a server over a real socket. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20)).build();

    private final String base;
    private final String key;
    /** Whether the OpenAPI file describes who answers. */
    private final boolean described;

    Client(String base, String key) {
        this(base, key, true);
    }

    private Client(String base, String key, boolean described) {
        this.base = base;
        this.key = key;
        this.described = described;
    }

    /** Somebody who asks the admin listener. */
    static Client ofAdmin(String base) {
        return new Client(base, "", false);
    }

    /** An answer: status and JSON, missing if it is something else. */
    public record Answer(int status, JsonNode json) { }

    /** {@code POST}s {@code body} (a map, a list or ready bytes) to a management or tracking path. */
    public Answer post(String path, Object body) throws IOException, InterruptedException {
        byte[] bytes = body instanceof byte[] ready ? ready : JSON.writeValueAsBytes(body);
        return send(request(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)).build());
    }

    /** What {@code POST}ing {@code csv} is answered with. */
    String list(String path, String csv) throws IOException, InterruptedException {
        return HTTP.send(request(path).header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    Answer patch(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).method("PATCH", HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    public URI uri(String target) {
        return URI.create(base + target);
    }

    /** The answer to {@code target} as a mail client or browser gets it: no key. */
    public HttpResponse<byte[]> open(String target) throws IOException, InterruptedException {
        return exchange(HttpRequest.newBuilder(uri(target)).timeout(Duration.ofSeconds(60)).build());
    }

    /** The image of a slot; {@code identity} such as {@code userEmail=anna%40example.test}. */
    HttpResponse<byte[]> picture(String campaign, int slot, String send, String identity)
            throws IOException, InterruptedException {
        return open("/serve/tile/" + campaign + "/" + slot + ".png?send=" + send + "&" + identity);
    }

    /** Where a click on a slot leads, without its tracking code. */
    String click(String campaign, int slot, String send, String identity) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = open("/serve/tile/" + campaign + "/" + slot + "/click?send=" + send
                + "&" + identity);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("click answered " + answer.statusCode());
        }
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("[#&]aw_source=.*", "");
    }

    /** A new website; returns its uuid. */
    public String createWebsite(String name, String url) throws IOException, InterruptedException {
        Answer answer = post("/api/websites", Map.of("name", name, "url", url, "currency", "USD", "locale", "en-US"));
        if (answer.status() != 201) {
            throw new IllegalStateException("website: " + answer);
        }
        return answer.json().get("websiteUuid").textValue();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key);
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return described ? OpenApi.kept(response) : response;
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = exchange(request);
        boolean isJson = response.headers().firstValue("Content-Type").orElse("").equals("application/json");
        return new Answer(response.statusCode(), isJson ? JSON.readTree(response.body()) : JSON.missingNode());
    }
}
