package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.db.StoreException;
import dev.inlay.db.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundRunsTest {
    @TempDir
    Path folder;

    private FeedShop store;

    @BeforeEach
    void open() {
        store = new FeedShop(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void runThatComesTooLateIsRefusedAndItsUploadDeleted() throws IOException {
        Feed feed = store.feed(null);
        FeedSource.Upload upload = new FeedSource.Upload(store.runs.newFile());
        try (BackgroundRuns background = new BackgroundRuns(store.runs)) {
            background.stop();

            assertThrows(StoreException.Busy.class, () -> background.begin(store.website, feed, upload, false));

            assertThat(background.isUnderWay(feed)).isFalse();
            assertThat(Files.exists(upload.file())).isFalse();
            assertThat(store.feeds.countRuns(store.website.id(), feed.id())).isZero();
        }
    }
}
