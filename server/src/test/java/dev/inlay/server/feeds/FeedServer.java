package dev.inlay.server.feeds;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** A shop's server on loopback with one feed; remembers what it was asked. */
public final class FeedServer implements AutoCloseable {
    final List<Headers> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Answer answer = new Answer(200, rows(10).getBytes(StandardCharsets.UTF_8), new Headers());
    private volatile Runnable before = () -> { };

    private record Answer(int status, byte[] body, Headers headers) { }

    public FeedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed.csv";
    }

    /** From now on this is the feed; {@code headers} are names and values in turn. */
    public void serve(String body, String... headers) {
        serve(200, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public void serve(int status, byte[] body, String... headers) {
        Headers named = new Headers();
        IntStream.range(0, headers.length / 2).forEach(i -> named.set(headers[2 * i], headers[2 * i + 1]));
        answer = new Answer(status, body, named);
    }

    /** Does {@code work} before every answer. */
    public void before(Runnable work) {
        before = work;
    }

    /** The header {@code name} of the latest request, or {@code null}. */
    String lastAsked(String name) {
        return asked.getLast().getFirst(name);
    }

    public static String rows(int count) {
        return "id,title,link,image_link,price\n" + IntStream.rangeClosed(1, count)
                .mapToObj(i -> i + ",Title " + i + ",https://shop.example/" + i + ",http://127.0.0.1:9/" + i
                + ".png,5 EUR\n").collect(Collectors.joining());
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer current = answer;
            asked.add(exchange.getRequestHeaders());
            before.run();
            exchange.getResponseHeaders().putAll(current.headers());
            if (isKnown(exchange.getRequestHeaders(), current.headers())) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(current.status(), current.body().length == 0 ? -1 : current.body().length);
                exchange.getResponseBody().write(current.body());
            }
        }
    }

    private static boolean isKnown(Headers asked, Headers current) {
        String etag = asked.getFirst("If-None-Match");
        return etag == null ? asked.containsKey("If-Modified-Since")
                && asked.getFirst("If-Modified-Since").equals(current.getFirst("Last-Modified"))
                : etag.equals(current.getFirst("ETag"));
    }
}
