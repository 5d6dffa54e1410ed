package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.server.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the hostile corpora ends soon, and in products or in one clear line. */
class HostileFeedsTest {
    static List<String> hostile() throws IOException {
        return manifest("corpora/feeds-hostile");
    }

    static List<String> delimited() throws IOException {
        return manifest("corpora/csv-feeds");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileFeedIsReadOrRefused(String line) throws IOException {
        String[] columns = line.split("\t");

        String answer = answer(Shared.path("corpora/feeds-hostile/" + columns[0]));

        assertThat(answer).doesNotContain("root:", "daemon", "localhost");
        switch (columns[3]) {
            case "parse", "price handled or row error", "row error or encoded link", "one kept, reported" ->
                assertThat(answer).startsWith("read 1 ");
            case "bounded", "clear error or row error" -> assertThat(answer).containsAnyOf("read 1", "refused");
            default -> assertThat(answer).startsWith("refused: ");
        }
    }

    @ParameterizedTest
    @MethodSource("delimited")
    void delimitedFeedIsReadOrRefused(String line) throws IOException {
        String[] columns = line.split("\t");
        Path file = Shared.path("corpora/csv-feeds/" + columns[0]);
        boolean hasColumns = Files.size(file) < 10_000 && new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .replace("\uFEFF", "").startsWith("id") && !columns[3].startsWith("clear error");

        String answer = answer(file);

        assertThat(answer).startsWith(hasColumns ? "read " : columns[0].endsWith(".json") ? "read 0" : "");
        if (columns[3].startsWith("clear error")) {
            assertThat(answer).startsWith("refused: column 'id'");
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileFeedUnderAnotherNameIsReadOrRefused(String line) throws IOException {
        byte[] bytes = Files.readAllBytes(Shared.path("corpora/feeds-hostile/" + line.split("\t")[0]));

        for (ProductFeedFormat format : List.of(ProductFeedFormat.GOOGLE_ATOM, ProductFeedFormat.HELLORETAIL_XML,
                ProductFeedFormat.SHOPIFY_CSV)) {
            assertThat(answer(() -> Feeds.read(bytes, format))).doesNotContain("root:", "daemon", "localhost");
        }
    }

    @ParameterizedTest
    @MethodSource("delimited")
    void hostileRowsBelowAnotherHeaderAreReadOrRefused(String line) throws IOException {
        String rows = new String(Files.readAllBytes(Shared.path("corpora/csv-feeds/" + line.split("\t")[0])),
                StandardCharsets.UTF_8);

        for (String header : List.of("Handle,Title,Variant Price,Image Src\n",
                "SKU,Name,Regular price,Type,Parent\n", "sku,name,price,attribute_family_code,type\n")) {
            assertThat(answer(() -> Feeds.read(header + rows))).containsAnyOf("read ", "refused: after row",
                    "refused: the feed is no text");
        }
    }

    private static List<String> manifest(String corpus) throws IOException {
        Path manifest = Shared.path(corpus + "/manifest.tsv");
        return Files.readAllLines(manifest).stream().skip(1).toList();
    }

    private static String answer(Path file) {
        return answer(() -> Feeds.read(file, Feeds.website("EUR", Locale.GERMANY)));
    }

    private static String answer(Callable<Feeds.Result> reading) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try {
                Feeds.Result result = reading.call();
                return "read " + result.products().size() + " " + result.products() + result.warnings();
            } catch (FeedRefusedException e) {
                return "refused: " + e.getMessage();
            }
        });
    }
}
