package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.feed.FeedKind;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.AccessLog;
import dev.inlay.server.http.Errors;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The password of a feed stands in no answer, no line of our log at any level, and no byte of the data folder. */
@Timeout(60)
class NoPasswordLeftTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String PASSWORD = "xq7-battery-staple";
    /** {@code shop:} and the password as basic authentication writes them. */
    private static final String ENCODED = "c2hvcDp4cTctYmF0dGVyeS1zdGFwbGU=";
    private static final String CONTROL = "name-that-may-be-seen";

    @TempDir
    Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Logger ours = Logger.getLogger("dev.inlay");
    private final Level before = ours.getLevel();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() { }

        @Override
        public void close() { }
    };

    @BeforeEach
    void listen() {
        ear.setLevel(Level.ALL);
        ours.setLevel(Level.ALL);
        ours.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        ours.removeHandler(ear);
        ours.setLevel(before);
    }

    @Test
    void passwordIsTheServersOnly() throws Exception {
        try (FeedServer shop = new FeedServer()) {
            use(shop);
            assertThat(shop.asked).isNotEmpty().allMatch(headers -> headers.getFirst("Authorization")
                    .equals("Basic " + ENCODED));
        }

        assertThat(String.join("\n", said)).contains(CONTROL).doesNotContain(PASSWORD, ENCODED);
        String bytes = bytes();
        assertThat(bytes.contains(CONTROL)).isTrue();
        assertThat(bytes.contains(PASSWORD)).isFalse();
        assertThat(bytes.contains(ENCODED)).isFalse();
    }

    private void use(FeedServer shop) throws Exception {
        try (FeedShop store = new FeedShop(folder)) {
            WebServer server = WebServer.builder().port(0).routing(routing -> {
                Errors.register(routing);
                routing.addFilter(new AccessLog()).register("/api/websites", new FeedService(FeedKind.PRODUCTS,
                        new Access(store.websites, KEY), store.feeds, store.runs, InstantSource.system()));
            }).build().start();
            String feeds = "http://localhost:" + server.port() + "/api/websites/" + store.website.uuid()
                    + "/productfeeds";
            try {
                String id = send("POST", feeds, "{\"name\":\"" + CONTROL + "\",\"url\":\"" + shop.url()
                        + "\",\"interval\":\"PT5M\",\"username\":\"shop\",\"password\":\"" + PASSWORD + "\"}")
                        .replaceAll(".*\"id\":\"([^\"]*).*", "$1");
                store.schedule.runNext();
                shop.serve(401, PASSWORD.getBytes(StandardCharsets.UTF_8));
                send("POST", feeds + "/" + id + "/runs?force=true", "");
                send("GET", feeds, "");
                send("GET", feeds + "/" + id + "/runs", "");
                send("PATCH", feeds + "/" + id, "{\"password\":[\"" + PASSWORD + "\"]}");
                send("PATCH", feeds + "/" + id, "{\"url\":\"http://shop:" + PASSWORD + "@shop.example/\"}");
                send("PATCH", feeds + "/" + id, "{\"username\":\"shop:" + PASSWORD + "\"}");
                send("PATCH", feeds + "/" + id, "{\"password\":\"" + PASSWORD);
                send("PATCH", feeds + "/" + id, "{\"name\":\"" + CONTROL + "2\"}");
                System.getLogger("dev.inlay.test").log(System.Logger.Level.INFO, CONTROL + " "
                        + store.feeds.list(store.website.id()));
            } finally {
                server.stop();
            }
        }
    }

    private static String send(String method, String url, String body) throws IOException, InterruptedException {
        String answer = CLIENT.send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + KEY)
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        assertThat(answer).isNotEmpty().doesNotContain(PASSWORD, ENCODED);
        return answer;
    }

    private String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                all.append(new String(bytes, StandardCharsets.ISO_8859_1))
                        .append(new String(bytes, StandardCharsets.UTF_16LE))
                        .append(new String(bytes, StandardCharsets.UTF_16BE));
            }
        }
        return all.toString();
    }
}
