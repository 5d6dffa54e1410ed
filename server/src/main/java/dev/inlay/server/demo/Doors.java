package dev.inlay.server.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.Settings;
import dev.inlay.server.StartException;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The doors that everybody uses: the tracking API, the management API and the tiles of the demo's own node, over HTTP.
 * Whatever a door refuses is a defect of the demo.
 */
final class Doors implements AutoCloseable {
    private static final String MAIL_PROGRAM = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(PATIENCE).build();
    private final String node;
    private final String key;

    Doors(Settings settings) {
        this.node = address(settings);
        this.key = settings.adminKey().orElseThrow();
    }

    /** Where the node of {@code settings} is reached from itself, whatever its name outside is. */
    static String address(Settings settings) {
        String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.port();
    }

    /** {@code POST}s as the operator; a 204 is an empty object. */
    ObjectNode post(String path, ObjectNode body) {
        byte[] answer = send(request(path).header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body))).build()).body();
        return answer.length == 0 ? Json.object() : Json.parseObject(answer);
    }

    /** {@code GET}s as the operator. */
    String get(String path) {
        return new String(send(request(path).header("Authorization", "Bearer " + key).build()).body(),
                StandardCharsets.UTF_8);
    }

    /** {@code POST}s as a browser of the shop does. */
    void track(String path, ObjectNode body) {
        send(request(path).header("Content-Type", "text/plain;charset=UTF-8")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body))).build());
    }

    /**
     * Opens a picture, or follows a link up to the shop, as a mail program does. Returns whether the answer may be
     * kept: a picture that stands in for another may not.
     */
    boolean open(String path) {
        return send(request(path).header("User-Agent", MAIL_PROGRAM).build()).headers().firstValue("Cache-Control")
                .filter(control -> !control.contains("no-store")).isPresent();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(node + path)).timeout(PATIENCE);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw new StartException("the demo cannot be set up: " + request.uri().getPath() + " answered "
                        + response.statusCode());
            }
            return response;
        } catch (IOException e) {
            throw new StartException("the demo cannot be set up: " + request.uri().getPath() + " gave no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("the demo was stopped before it had started");
        }
    }
}
