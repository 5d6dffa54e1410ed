package dev.inlay.templates.bench;

import dev.inlay.templates.CodedTile;
import dev.inlay.templates.Tile;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.palette.Deflating;
import dev.inlay.templates.palette.Palette;
import dev.inlay.templates.palette.Quantiser;
import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.photo.PhotoDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stages of a tile, each alone, wall time. {@code -p photo=} names a JPEG; without it a made-up one is drawn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class StageBenchmark {
    private static final int WHITE = 0xFFFFFF;
    private static final int[] INKS = {0x111111, 0x555555, 0x888888, 0x999999, 0xC8102E, WHITE};

    @Param("")
    public String photo;

    private Card card;
    private Photo decoded;
    private CodedTile coded;
    private Pixels drawing;
    private Palette palette;
    private byte[] rows;
    private int number;

    @Setup
    public void prepare() throws IOException {
        TileRenderer renderer = new TileRenderer();
        card = Card.of256Colours(renderer, "Inter");
        decoded = photo.isEmpty() ? Photo.sample() : decoded(Files.readAllBytes(Path.of(photo)));
        coded = card.code(decoded);
        Card full = Card.ofAllColours(renderer, "Inter");
        drawing = Pixels.of(full.open(full.code(decoded), 0).bytes());
        palette = quantised();
        rows = mapped();
    }

    @Benchmark
    public Tile open() {
        return card.open(coded, number++);
    }

    @Benchmark
    public CodedTile code() {
        return card.code(decoded);
    }

    @Benchmark
    public Palette quantised() {
        return Quantiser.palette(drawing.rgb(), drawing.width(), drawing.height(), INKS, WHITE);
    }

    @Benchmark
    public byte[] mapped() {
        return Quantiser.map(drawing.rgb(), drawing.width(), drawing.height(), palette);
    }

    @Benchmark
    public byte[] deflated() {
        return Deflating.best(rows, true);
    }

    private static Photo decoded(byte[] file) {
        try (PhotoDecoder decoder = new PhotoDecoder()) {
            return Peers.decoded(decoder, file);
        }
    }
}
