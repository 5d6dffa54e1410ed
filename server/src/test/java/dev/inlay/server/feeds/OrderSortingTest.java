package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.server.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on the disk while the rows of orders are brought together. */
class OrderSortingTest {
    private static final String FEED = "orderNumber,email\nA1,zelda@nowhere.test\n";

    @TempDir
    Path folder;

    @Test
    void noPartOfAFeedCanBeReadOnTheDisk() throws IOException {
        try (FeedFile feed = feed(); OrderSorting orders = OrderSorting.begin(feed)) {
            for (int row = 1; row < 1_000; row++) {
                orders.add(row, Json.object().put("orderNumber", "A" + row).put("email", "anna@nowhere.test"));
            }

            assertThat(texts()).isNotEmpty().noneMatch(text -> text.contains("anna"));
        }

        assertThat(texts()).isEmpty();
    }

    @Test
    void aRowThatCannotBeKeptIsNoFaultOfTheFeed() throws IOException {
        try (FeedFile feed = feed()) {
            UncheckedIOException full = FeedFolder.notKept(new IOException("disk full"));

            assertEquals(full, assertThrows(UncheckedIOException.class, () -> DelimitedTable.read(feed, row -> {
                throw full;
            })));
        }
    }

    private FeedFile feed() throws IOException {
        return FeedFile.take(Files.writeString(folder.resolve("feed.tmp"), FEED));
    }

    private List<String> texts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(OrderSortingTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
