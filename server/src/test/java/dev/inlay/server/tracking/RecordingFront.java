package dev.inlay.server.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.inlay.server.TestServer;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Stands between browsers and a server, notes every call and can pull the plug. */
final class RecordingFront implements AutoCloseable {
    /** What is answered in place of the server. */
    enum Outage { NONE, CUT_OFF, OVERLOADED }

    /** A call that was let through; {@code path} without the leading {@code /serve/} or {@code /}. */
    record Call(String method, String path, Headers headers, JsonNode body, int status) {
        /** Empty if there is none. */
        String header(String name) {
            return String.join("+", headers.getOrDefault(name, List.of()));
        }

        String contentType() {
            return header("Content-type");
        }

        String text(String member) {
            return body.path(member).asText();
        }
    }

    private static final List<String> PASSED_ON =
            List.of("Content-type", "Origin", "Cookie", "Sec-fetch-site", "X-forwarded-proto");

    volatile Outage outage = Outage.NONE;
    private final TestServer server;
    private final HttpServer front;
    private final List<Call> calls = new ArrayList<>();
    private int refused;

    RecordingFront(TestServer server) throws IOException {
        this.server = server;
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.createContext("/", this::pass);
        front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        front.start();
    }

    /** Where browsers find the server: below a folder, as behind a shop's own reverse proxy. */
    String url() {
        return "http://127.0.0.1:" + port() + "/inlay";
    }

    int port() {
        return front.getAddress().getPort();
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized int refused() {
        return refused;
    }

    private void pass(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().replaceFirst("^/inlay", "");
        boolean isCall = path.startsWith("/serve/") || path.equals("/identity");
        if (isCall && outage != Outage.NONE) {
            refuse(exchange);
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        HttpResponse<String> answer = server.send(exchange.getRequestMethod(), path, body,
                passedOn(exchange.getRequestHeaders()));
        if (isCall) {
            note(exchange, path, body, answer.statusCode());
        }
        answer(exchange, answer);
    }

    private static String[] passedOn(Headers headers) {
        return PASSED_ON.stream().filter(headers::containsKey)
                .flatMap(name -> Stream.of(name, headers.getFirst(name))).toArray(String[]::new);
    }

    private synchronized void note(HttpExchange exchange, String path, String body, int status) {
        calls.add(new Call(exchange.getRequestMethod(), path.replaceFirst("^/(serve/)?", ""),
                exchange.getRequestHeaders(),
                Json.parseObject((body.isEmpty() ? "{}" : body).getBytes(StandardCharsets.UTF_8)), status));
    }

    private synchronized void refuse(HttpExchange exchange) throws IOException {
        refused++;
        if (outage == Outage.OVERLOADED) {
            exchange.sendResponseHeaders(503, -1);
        }
        exchange.close();
    }

    private static void answer(HttpExchange exchange, HttpResponse<String> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("connection")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        front.stop(0);
    }
}
