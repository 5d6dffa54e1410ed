package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlay.server.newsletter.TilePainter.Drawn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileCacheTest {
    private static final String KEY = "ab" + "0".repeat(62);
    private static final byte[] PNG = PlainPicture.png(10, 10);

    @TempDir
    Path folder;

    private Instant now = Instant.now();
    private final DrawingPool pool = new DrawingPool();
    private final AtomicInteger drawings = new AtomicInteger();
    private final Supplier<Drawn> drawing = () -> {
        drawings.incrementAndGet();
        return new Drawn(PNG, true);
    };

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void tileIsDrawnOnceAndReadBackAfterARestart() throws Exception {
        tile(cache());
        awaitFile();

        assertThat(tile(cache())).isEqualTo(PNG);
        assertThat(drawings).hasValue(1);
    }

    @Test
    void damagedFileIsDrawnAnew() throws Exception {
        tile(cache());
        Path file = awaitFile();
        byte[] garbled = PNG.clone();
        garbled[garbled.length / 2] ^= 1;

        for (byte[] damage : new byte[][] {{}, {1, 2, 3}, garbled, Arrays.copyOf(PNG, PNG.length - 4)}) {
            awaitFile();
            Files.write(file, damage);
            int before = drawings.get();
            assertThat(tile(cache())).isEqualTo(PNG);
            assertThat(drawings).hasValue(before + 1);
        }
    }

    @Test
    void folderThatCannotBeWrittenCostsNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        TileCache cache = new TileCache(new TileFiles(file, new Faults(), () -> now), pool, visit -> { }, 1 << 20);

        assertThat(tile(cache)).isEqualTo(PNG);
        assertThat(tile(cache)).isEqualTo(PNG);
        assertThat(drawings).hasValue(1);
    }

    @Test
    void manyAskersWaitForOneDrawing() throws Exception {
        TileCache cache = cache();
        CountDownLatch asked = new CountDownLatch(1);
        Supplier<Drawn> slow = () -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return drawing.get();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> cache.tile(KEY, slow, Duration.ofSeconds(20)).bytes()));
            }
            asked.countDown();
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(PNG);
            }
        }
        assertThat(drawings).hasValue(1);
    }

    @Test
    void slowDrawingIsNotWaitedForAndServesTheNext() throws Exception {
        TileCache cache = cache();
        CountDownLatch release = new CountDownLatch(1);
        assertThatThrownBy(() -> cache.tile(KEY, () -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return drawing.get();
        }, Duration.ofMillis(20))).isInstanceOf(TimeoutException.class);

        release.countDown();

        assertThat(cache.tile(KEY, drawing, Duration.ofSeconds(20)).bytes()).isEqualTo(PNG);
        assertThat(drawings).hasValue(1);
    }

    @Test
    void tileWithoutItsPhotoIsNotKept() throws Exception {
        TileCache cache = cache();
        cache.tile(KEY, () -> new Drawn(PNG, false), Duration.ofSeconds(20));

        tile(cache);

        assertThat(drawings).hasValue(1);
    }

    @Test
    void sweepTakesTilesThatNobodyUsedFor60Days() throws Exception {
        tile(cache());
        Path file = awaitFile();
        Path stray = Files.writeString(file.resolveSibling("new1.tmp"), "cut short");
        TileFiles files = files();

        files.sweep();
        assertThat(stray).exists();

        now = now.plus(Duration.ofDays(59));
        files.sweep();
        assertThat(stray).doesNotExist();
        assertThat(files.find(KEY)).isPresent();

        now = now.plus(Duration.ofDays(59));
        files.sweep();
        assertThat(file).exists();

        now = now.plus(Duration.ofDays(2));
        files.sweep();
        assertThat(file).doesNotExist();
    }

    @Test
    void sweepOfAFolderThatIsNotThereDoesNothing() {
        new TileFiles(folder.resolve("none"), new Faults(), () -> now).sweep();

        assertThat(folder.resolve("none")).doesNotExist();
    }

    private TileFiles files() {
        return new TileFiles(folder, new Faults(), () -> now);
    }

    private TileCache cache() {
        return new TileCache(files(), pool, visit -> { }, 1 << 20);
    }

    private byte[] tile(TileCache cache) throws Exception {
        return cache.tile(KEY, drawing, Duration.ofSeconds(20)).bytes();
    }

    private Path awaitFile() throws IOException, InterruptedException {
        Path file = folder.resolve("ab").resolve(KEY + ".png");
        for (int i = 0; i < 2_000 && !(Files.exists(file) && Arrays.equals(Files.readAllBytes(file), PNG)); i++) {
            Thread.sleep(10);
        }
        assertThat(file).hasBinaryContent(PNG);
        return file;
    }
}
