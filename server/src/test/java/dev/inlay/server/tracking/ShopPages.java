package dev.inlay.server.tracking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The pages of a shop, on a host of their own. A page nobody has written is empty. */
final class ShopPages implements AutoCloseable {
    private record ShopPage(String html, Map<String, String> headers) { }

    private final Map<String, ShopPage> pages = new ConcurrentHashMap<>();
    private final HttpServer server;

    ShopPages() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    void put(String path, String html, Map<String, String> headers) {
        pages.put(path, new ShopPage(html, headers));
    }

    String url(String path) {
        return "http://localhost:" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        ShopPage page = pages.getOrDefault(exchange.getRequestURI().getPath(), new ShopPage("", Map.of()));
        exchange.getResponseHeaders().set("Content-Type",
                exchange.getRequestURI().getPath().endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
        page.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = page.html().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
