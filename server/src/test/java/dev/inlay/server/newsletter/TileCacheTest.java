package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlay.server.newsletter.TilePainter.Drawn;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final KeptTile TILE = new KeptTile.Coded(new TileRenderer().code(
            TemplateLibrary.bundled().find("product-tile").orElseThrow(),
            new TileProduct("Lamp", Optional.empty(), Optional.of(BigDecimal.TEN), Optional.empty(), 0, true, Map.of()),
            Optional.empty(),
            new TileStyle("Shop", Currency.getInstance("EUR"), Locale.ENGLISH, Optional.empty(), Map.of())));
    private static final KeptTile JPEG = new KeptTile.Jpeg(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3});

    @TempDir
    Path folder;

    private Instant now = Instant.now();
    private final DrawingPool pool = DrawingPool.forAll();
    private final AtomicInteger drawings = new AtomicInteger();
    private final Supplier<Drawn> drawing = () -> {
        drawings.incrementAndGet();
        return new Drawn(TILE, true);
    };

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void tileIsDrawnOnceAndReadBackAfterARestart() throws Exception {
        tile(cache());
        awaitFile();

        assertThat(tile(cache())).isEqualTo(TILE.toFile());
        assertThat(drawings).hasValue(1);
    }

    @Test
    void damagedFileIsDrawnAnew() throws Exception {
        tile(cache());
        Path file = awaitFile();
        for (byte[] damage : damages(TILE.toFile())) {
            awaitFile();
            Files.write(file, damage);
            int before = drawings.get();
            assertThat(tile(cache())).isEqualTo(TILE.toFile());
            assertThat(drawings).hasValue(before + 1);
        }
    }

    @Test
    void damagedFileIsDeleted() throws Exception {
        for (KeptTile whole : List.of(TILE, JPEG)) {
            files().keep(KEY, whole);
            Path file = awaitFile(whole);
            for (byte[] damage : damages(whole.toFile())) {
                Files.write(file, damage);

                assertThat(files().find(KEY)).isEmpty();
                assertThat(file).doesNotExist();
            }
        }
    }

    @Test
    void jpegIsReadAsItWasKept() {
        files().keep(KEY, JPEG);

        assertThat(files().find(KEY).orElseThrow().toFile()).isEqualTo(JPEG.toFile());
        assertThat(files().find(KEY).orElseThrow().weight()).isEqualTo(5);
    }

    private static List<byte[]> damages(byte[] whole) {
        byte[] garbled = whole.clone();
        garbled[garbled.length / 2] ^= 1;
        return List.of(new byte[0], new byte[] {1, 2, 3}, new byte[] {(byte) 0xFF, (byte) 0xD8}, garbled,
                Arrays.copyOf(whole, whole.length - 4));
    }

    @Test
    void folderThatCannotBeWrittenCostsNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        TileCache cache = new TileCache(new TileFiles(file, new Faults(), () -> now), pool, visit -> { }, 1 << 20);

        assertThat(tile(cache)).isEqualTo(TILE.toFile());
        assertThat(tile(cache)).isEqualTo(TILE.toFile());
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
                answers.add(threads.submit(() -> cache.tile(KEY, slow, Duration.ofSeconds(20)).tile().toFile()));
            }
            asked.countDown();
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(TILE.toFile());
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

        assertThat(cache.tile(KEY, drawing, Duration.ofSeconds(20)).tile().toFile()).isEqualTo(TILE.toFile());
        assertThat(drawings).hasValue(1);
    }

    @Test
    void tileWithoutItsPhotoIsNotKept() throws Exception {
        TileCache cache = cache();
        cache.tile(KEY, () -> new Drawn(TILE, false), Duration.ofSeconds(20));

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
    void tilesOfEarlierVersionsAreSweptAtOnce() throws Exception {
        files().keep(KEY, TILE);
        Path file = awaitFile();
        Path former = Files.writeString(file.resolveSibling(KEY + ".png"), "as it was coded then");

        assertThat(files().find(KEY)).isPresent();
        files().sweep();

        assertThat(former).doesNotExist();
        assertThat(file).exists();
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
        return cache.tile(KEY, drawing, Duration.ofSeconds(20)).tile().toFile();
    }

    private Path awaitFile() throws IOException, InterruptedException {
        return awaitFile(TILE);
    }

    private Path awaitFile(KeptTile tile) throws IOException, InterruptedException {
        byte[] content = tile.toFile();
        Path file = folder.resolve("ab").resolve(KEY + ".tile");
        for (int i = 0; i < 2_000 && !(Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)); i++) {
            Thread.sleep(10);
        }
        assertThat(file).hasBinaryContent(content);
        return file;
    }
}
