package dev.inlay.templates.splice;

import dev.inlay.templates.design.Rows;
import dev.inlay.templates.layout.LivePart;
import dev.inlay.templates.raster.Painter;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Memory that one open after the other uses: pixels, samples and the coder. For one thread at a time. */
public final class Scratch implements AutoCloseable {
    private static final int FAST = 1;

    private final Deflater deflater = new Deflater(FAST, true);
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    private int[] before = {};
    private byte[] samples = {};
    private byte[] raw = {};
    private byte[] coded = {};

    Scratch() {
    }

    /** As many bytes as {@code stored}, to be changed; more may follow. */
    byte[] copied(byte[] stored) {
        samples = atLeast(samples, stored.length);
        System.arraycopy(stored, 0, samples, 0, stored.length);
        return samples;
    }

    /** Draws those of {@code parts} that lie in {@code rows} over {@code samples}. */
    void paint(PixelCode code, byte[] samples, int width, Rows rows, List<LivePart> parts) {
        List<LivePart> inside = parts.stream().filter(part -> part.within(rows)).toList();
        if (inside.isEmpty()) {
            return;
        }
        if (image.getWidth() != width || image.getHeight() < rows.count()) {
            image = new BufferedImage(width, rows.count(), BufferedImage.TYPE_INT_RGB);
            before = new int[width * rows.count()];
        }
        int count = width * rows.count();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        code.show(samples, before, 0, count);
        System.arraycopy(before, 0, pixels, 0, count);
        Painter.paintOver(image, rows.from(), inside);
        take(code, pixels, samples, count);
    }

    /** Takes over the pixels that changed; all others keep their samples. */
    private void take(PixelCode code, int[] pixels, byte[] samples, int count) {
        int at = 0;
        while (at < count) {
            int same = Arrays.mismatch(pixels, at, count, before, at, count);
            if (same < 0) {
                return;
            }
            at += same;
            while (at < count && pixels[at] != before[at]) {
                code.take(pixels[at] & 0xFFFFFF, samples, at);
                at++;
            }
        }
    }

    byte[] raw(int length) {
        raw = atLeast(raw, length);
        return raw;
    }

    /** What was put into {@link #raw}, deflated; it begins anew and ends on a whole byte. */
    byte[] deflated(int length, boolean last) {
        coded = atLeast(coded, mostDeflated(length));
        deflater.reset();
        deflater.setInput(raw, 0, length);
        if (last) {
            deflater.finish();
        }
        int written = deflater.deflate(coded, 0, coded.length, last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
        if (written == coded.length) {
            throw new IllegalStateException("live rows grew by more than an eighth");
        }
        return Arrays.copyOf(coded, written);
    }

    /** Some versions of zlib spend nine bits on each byte that they find nowhere else. */
    private static int mostDeflated(int length) {
        return length + length / 8 + 64;
    }

    /** How much memory it holds, in bytes. */
    int weight() {
        return 8 * image.getWidth() * image.getHeight() + samples.length + raw.length + coded.length;
    }

    @Override
    public void close() {
        deflater.end();
    }

    private static byte[] atLeast(byte[] memory, int length) {
        return memory.length >= length ? memory : new byte[length];
    }
}
