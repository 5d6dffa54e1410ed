package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.feed.Feed;
import dev.inlay.server.Shared;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FeedRunsTest {
    @TempDir
    Path folder;

    private FeedShop store;
    private Feed feed;

    @BeforeEach
    void open() {
        store = new FeedShop(folder);
        feed = store.feed(null);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void reportTellsWhatStandsNow() throws IOException {
        ObjectNode report = store.upload(feed, rows(10) + "10,Again,https://shop.example/10,,5 EUR\n", false);

        assertThat(report.toString()).startsWith("{\"run\":1,\"rows\":11,\"imported\":10,\"removed\":0,\"showable\":9,"
                + "\"warningCount\":2,\"warnings\":[{\"row\":11,\"productNumber\":\"10\",\"message\":");
        assertThat(report.path("refused").isNull()).isTrue();
        assertThat(store.catalogue().products()).hasSize(10);
        assertThat(store.catalogue().find("10")).map(Product::title).contains("Again");
    }

    @Test
    void productsThatAreNotInTheFeedLeave() throws IOException {
        store.upload(feed, rows(10), false);

        ObjectNode report = store.upload(feed, rows(6), false);

        assertThat(report.path("run").intValue()).isEqualTo(2);
        assertThat(report.path("imported").intValue()).isEqualTo(6);
        assertThat(report.path("removed").intValue()).isEqualTo(4);
        assertThat(store.catalogue().products()).hasSize(6);
        assertThat(store.catalogues.findEver(store.website.id(), "10")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>Maintenance</body></html>", "id,title,price\n",
            "<rss><channel><item><id>1</id>",
            "{\"items\":[{\"productNumber\":\"1\",\"title\":\"x\"}", "title\nx", "id,title,price\n,x,1\n"})
    void feedThatIsNoneLeavesTheCatalogueAlsoByForce(String text) throws IOException {
        store.upload(feed, rows(10), false);

        ObjectNode report = store.upload(feed, text, true);

        assertThat(report.path("refused").textValue()).isNotBlank();
        assertThat(report.path("imported").intValue()).isZero();
        assertThat(store.catalogue().products()).hasSize(10);
    }

    @Test
    void shrunkFeedIsRefusedUnlessForced() throws IOException {
        store.upload(feed, rows(10), false);

        ObjectNode refused = store.upload(feed, rows(4), false);
        int kept = store.catalogue().products().size();
        ObjectNode forced = store.upload(feed, rows(4), true);

        assertThat(refused.path("refused").textValue())
                .isEqualTo("the feed holds 4 products, fewer than half of the 10 that stand:"
                        + " run it with force=true if that is right");
        assertThat(refused.path("rows").intValue()).isEqualTo(4);
        assertThat(kept).isEqualTo(10);
        assertThat(forced.path("refused").isNull()).isTrue();
        assertThat(store.catalogue().products()).hasSize(4);
    }

    @Test
    void badLastRowOfAHalfReadFileLeavesTheCatalogue() throws IOException {
        store.upload(feed, rows(700), false);

        ObjectNode report = store.upload(feed, rows(700).replace("Title", "New") + "701,\"never ends", false);

        assertThat(report.path("refused").textValue()).startsWith("after row 700");
        assertThat(store.catalogue().products()).hasSize(700)
                .allMatch(product -> product.title().startsWith("Title"));
    }

    @Test
    void feedThatCannotBeFetchedIsRefusedWithoutTheAnswersText() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, 6);
            exchange.getResponseBody().write("secret".getBytes());
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml";

        ObjectNode report = store.runs.run(store.website, store.feed(url), new FeedSource.Link(), false);
        server.stop(0);

        assertThat(report.path("refused").textValue())
                .isEqualTo("the feed could not be fetched: the server answered with status 404");
    }

    @Test
    void feedAndPhotosComeFromTheShop() throws Exception {
        Path catalogues = Shared.path("data/catalogues").toRealPath();
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), catalogues,
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        String feedText = Files.readString(catalogues.resolve("online-boutique/feeds/google-rss.xml"))
                .replace(":8099/", ":" + server.getAddress().getPort() + "/");
        store.photoFetcher.start();

        ObjectNode report = store.upload(feed, feedText.replace("sunglasses.jpg", "gone.jpg"), false);
        ObjectNode later = awaitPhotos(report.path("run").intValue());
        server.stop(0);

        assertThat(report.path("showable").intValue()).isEqualTo(8);
        assertThat(later.path("photosPending").intValue()).isZero();
        assertThat(later.path("photosFailed").intValue()).isEqualTo(1);
        Product mug = store.catalogue().find("6E92ZMYYFZ").orElseThrow();
        Photo photo = store.catalogue().photo(mug).orElseThrow();
        assertThat(store.photos.find(photo.hash())).isPresent();
        assertThat(later.path("rows")).isEqualTo(report.path("rows"));
    }

    private ObjectNode awaitPhotos(int run) throws InterruptedException {
        ObjectNode report = store.runs.find(store.website, feed, run).orElseThrow();
        for (int i = 0; i < 200 && report.path("photosPending").intValue() > 0; i++) {
            Thread.sleep(100);
            report = store.runs.find(store.website, feed, run).orElseThrow();
        }
        return report;
    }

    private static String rows(int count) {
        return "id,title,link,image_link,price\n" + IntStream.rangeClosed(1, count)
                .mapToObj(i -> i + ",Title " + i + ",https://shop.example/" + i + ",http://127.0.0.1:9/" + i
                + ".png,5 EUR\n")
                .collect(Collectors.joining());
    }
}
