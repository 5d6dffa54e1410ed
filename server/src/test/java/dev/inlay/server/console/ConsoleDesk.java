package dev.inlay.server.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.inlay.server.Chromium;
import dev.inlay.server.Main;
import dev.inlay.server.Settings;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A whole node on a real socket, with an operator who calls its API or sits before its console. */
public final class ConsoleDesk implements AutoCloseable {
    public static final String KEY = "installation-key-of-at-least-32-characters";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Main node;

    public ConsoleDesk(Path folder) {
        this(folder, Map.of());
    }

    /** With {@code more} settings. */
    public ConsoleDesk(Path folder, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("INLAY_HOST", "127.0.0.1", "INLAY_PORT", "0",
                "INLAY_ADMIN_PORT", "0", "INLAY_DATA_DIR", folder.toString(), "INLAY_ADMIN_KEY", KEY,
                "INLAY_ALLOW_PRIVATE_SOURCES", "true"));
        settings.putAll(more);
        node = Main.start(Settings.from(settings));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + node.port() + path;
    }

    /** The uuid of a new website. */
    public String website(String name) {
        String url = "https://shop.example/";
        JsonNode made = api("POST", "/api/websites", Json.object().put("name", name).put("url", url));
        return made.get("websiteUuid").asText();
    }

    /** The answer of the management API; anything but success is an error of the test. */
    public JsonNode api(String method, String path, JsonNode body) {
        return answer(request(method, path, body));
    }

    /** As above, without a body. */
    public JsonNode api(String method, String path) {
        return answer(HttpRequest.newBuilder(URI.create(url(path))).header("Authorization", "Bearer " + KEY)
                .method(method, BodyPublishers.noBody()).build());
    }

    private JsonNode answer(HttpRequest request) {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(request + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? Json.object() : Json.parseObject(answer.body().getBytes());
    }

    /** A call of the management API, whatever its answer will be. */
    public HttpRequest request(String method, String path, JsonNode body) {
        return HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + KEY).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString())).build();
    }

    public HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    /** What {@code request} is answered with. */
    public byte[] bytes(HttpRequest request) {
        return send(request, BodyHandlers.ofByteArray()).body();
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> reader) {
        try {
            return client.send(request, reader);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A browser window whose operator has signed in. */
    public Chromium.Window signIn(int width, int height) {
        Chromium.Window window = Chromium.open(width, height);
        Page page = window.page();
        page.navigate(url("/console/sign-in"));
        page.fill("#key", KEY);
        page.click("button[type=submit]");
        page.waitForURL(path -> !path.contains("sign-in"));
        return window;
    }

    @Override
    public void close() {
        node.close();
        client.close();
    }
}
