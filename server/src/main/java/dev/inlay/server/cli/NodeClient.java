package dev.inlay.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.server.Settings;
import dev.inlay.server.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Speaks to a running node over its management API (contract 5), as commands of an operator do. */
final class NodeClient implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** How long an answer may take: a feed or an import is answered when it stands. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT).build();
    private final String url;
    private final String key;

    /** Why there is no good answer, in one line for the operator. */
    static final class Failure extends RuntimeException {
        private final int status;

        private Failure(int status, String message) {
            super(message, null, false, false);
            this.status = status;
        }

        /** The status of the answer; 0 if there is none. */
        int status() {
            return status;
        }
    }

    /** Makes something of an answer. */
    private interface Reading<B, T> {
        T read(HttpResponse<B> answer) throws IOException;
    }

    private NodeClient(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /**
     * Speaks to the node at {@code url} with the key in {@code INLAY_API_KEY} or, without {@code url}, to the node of
     * this machine that the settings in {@code folder} and {@code environment} describe, with its installation key.
     *
     * @throws Failure if there is no key
     * @throws IllegalArgumentException if a setting is wrong
     */
    static NodeClient connect(Optional<String> url, Path folder, Map<String, String> environment) {
        if (url.isPresent()) {
            String key = Optional.ofNullable(environment.get("INLAY_API_KEY")).filter(given -> !given.isBlank())
                    .orElseThrow(() -> new Failure(0, "--url needs a key: set INLAY_API_KEY"));
            return new NodeClient(checked(url.get()), key.strip());
        }
        Settings settings = Settings.load(folder, environment);
        return new NodeClient("http://" + host(settings.host()) + ":" + settings.port(),
                settings.adminKey().orElseGet(() -> readKey(settings.dataDir().resolve("admin-key"))));
    }

    /** Where the node is, without trailing slash. */
    String url() {
        return url;
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return post(path, JSON, BodyPublishers.ofByteArray(Json.bytes(body)));
    }

    /** {@code POST}s a body of any length. */
    JsonNode post(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    /** {@code GET}s an answer of any length and gives its lines to {@code reader}, one after the other. */
    void lines(String path, Consumer<String> reader) {
        exchange(request(path).GET(), BodyHandlers.ofInputStream(), answer -> {
            try (InputStream body = answer.body()) {
                if (answer.statusCode() / 100 != 2) {
                    throw refused(answer, body.readAllBytes());
                }
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)).lines().forEach(reader);
                return true;
            } catch (UncheckedIOException e) {
                throw new Failure(0, "the answer of the server at " + url + " ended in the middle: try again");
            }
        });
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE)
                .header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) {
        return exchange(request, BodyHandlers.ofByteArray(), answer -> {
            if (answer.statusCode() / 100 != 2) {
                throw refused(answer, answer.body());
            }
            return json(answer, answer.body());
        });
    }

    private <B, T> T exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<B> handler, Reading<B, T> reading) {
        try {
            return reading.read(http.send(request.build(), handler));
        } catch (IOException e) {
            throw new Failure(0, "no server answers at " + url + ": start it with ./inlay serve");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(0, "interrupted while the server worked");
        }
    }

    private Failure refused(HttpResponse<?> answer, byte[] body) throws IOException {
        int status = answer.statusCode();
        String message = json(answer, body).path("message").asText("status " + status);
        return new Failure(status, status == 401 ? "the server at " + url + " does not take this key"
                : "the server refused: " + message);
    }

    private static JsonNode json(HttpResponse<?> answer, byte[] body) throws IOException {
        boolean isJson = answer.headers().firstValue("Content-Type").orElse("").startsWith(JSON);
        return isJson ? Json.mapper().readTree(body) : Json.mapper().missingNode();
    }

    private static String checked(String url) {
        String plain = url.replaceFirst("/+$", "");
        if (!plain.matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException("--url must be an http or https URL without query - was '" + url + "'");
        }
        return plain;
    }

    /** How a process of the same machine calls a listener on {@code host}. */
    private static String host(String host) {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]" -> "[::1]";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    }

    private static String readKey(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failure(0, "no installation key in " + file
                    + ": run this where the server runs, or set INLAY_ADMIN_KEY");
        }
    }
}
