package dev.inlay.templates.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads fonts that are made here: one size, the glyphs 7 to 9, of which 8 has the bitmap "pic". */
class StrikesTest {
    private static final byte[] PICTURE = "pic".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BIG_METRICS = {20, 21, 1, -2, 30, 0, 0, 0};
    private static final byte[] SMALL_METRICS = {20, 21, 1, -2, 30};

    @TempDir
    private Path folder;

    @Test
    void everyIndexFormatLeadsToTheBitmap() throws IOException {
        byte[] own = image(SMALL_METRICS);
        check(font(17, 1, bytes(16).putInt(0).putInt(0).putInt(own.length).putInt(own.length), own));
        check(font(17, 3, bytes(8).putShort(0).putShort(0).putShort(own.length).putShort(own.length), own));
        check(font(17, 4, bytes(12).putInt(1).putShort(8).putShort(0).putShort(0).putShort(own.length), own));
        byte[] none = image(new byte[0]);
        byte[] two = bytes(2 * none.length).put(none).put(none).array();
        check(font(19, 2, bytes(12).putInt(none.length).put(BIG_METRICS), two));
        check(font(19, 5, bytes(18).putInt(none.length).put(BIG_METRICS).putInt(1).putShort(8), none));
    }

    @Test
    void everyImageFormatHasItsMetrics() throws IOException {
        byte[] small = image(SMALL_METRICS);
        byte[] big = image(BIG_METRICS);

        check(font(17, 4, bytes(12).putInt(1).putShort(8).putShort(0).putShort(0).putShort(small.length), small));
        check(font(18, 4, bytes(12).putInt(1).putShort(8).putShort(0).putShort(0).putShort(big.length), big));
    }

    @Test
    void glyphsWithoutBitmapHaveNone() throws IOException {
        byte[] own = image(SMALL_METRICS);
        Strikes strikes = strikes(font(17, 3,
                bytes(8).putShort(0).putShort(0).putShort(own.length).putShort(own.length), own));

        assertEquals(Optional.empty(), strikes.bitmap(7, 20));
        assertEquals(Optional.empty(), strikes.bitmap(9, 20));
        assertEquals(Optional.empty(), strikes.bitmap(70_000, 20));
    }

    @Test
    void everyLostByteIsNoticedOrDoesNotMatter() throws IOException {
        byte[] own = image(SMALL_METRICS);
        byte[] whole = font(17, 1, bytes(16).putInt(0).putInt(0).putInt(own.length).putInt(own.length), own);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThrows(IOException.class, () -> strikes(cut).bitmap(8, 20), "of " + length + " bytes");
        }
    }

    @Test
    void damagedFontsEndInAnErrorOrAPicture() throws IOException {
        byte[] own = image(SMALL_METRICS);
        byte[] whole = font(17, 1, bytes(16).putInt(0).putInt(0).putInt(own.length).putInt(own.length), own);
        Random random = new Random(3);
        int failed = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int times = random.nextInt(4); times >= 0; times--) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
            }
            failed += fails(damaged) ? 1 : 0;
        }
        assertTrue(failed > 40, failed + " of 400 failed");
    }

    private boolean fails(byte[] font) {
        try {
            strikes(font).bitmap(8, 20);
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private void check(byte[] font) throws IOException {
        Strikes.Bitmap bitmap = strikes(font).bitmap(8, 20).orElseThrow();

        assertArrayEquals(PICTURE, bitmap.png());
        assertEquals(new GlyphRange.Metrics(1, -2, 30), bitmap.metrics());
        assertEquals(40, bitmap.pixelsPerSize());
    }

    private Strikes strikes(byte[] font) throws IOException {
        Path file = Files.write(folder.resolve("font.ttf"), font);
        return new Strikes(FontTables.of(file).getFirst());
    }

    private static Numbers bytes(int length) {
        return new Numbers(ByteBuffer.allocate(length));
    }

    private static byte[] image(byte[] metrics) {
        return bytes(metrics.length + 7).put(metrics).putInt(PICTURE.length).put(PICTURE).array();
    }

    /** A font with CBLC of one size and one range whose index begins with a head of 8 bytes; CBDT has one too. */
    private static byte[] font(int imageFormat, int indexFormat, Numbers index, byte[] images) {
        byte[] subtable = index.array();
        Numbers cblc = bytes(8 + 48 + 8 + 8 + subtable.length).putInt(0x30000).putInt(1);
        cblc.putInt(56).putInt(16 + subtable.length).putInt(1).putInt(0).put(new byte[24]);
        cblc.putShort(7).putShort(9).put(new byte[] {40, 40, 32, 1});
        cblc.putShort(7).putShort(9).putInt(8);
        cblc.putShort(indexFormat).putShort(imageFormat).putInt(4).put(subtable);
        int start = 12 + 2 * 16;
        Numbers font = bytes(start + cblc.array().length + 4 + images.length).putInt(0x10000).putShort(2);
        font.putShort(0).putInt(0);
        font.put("CBLC".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(start).putInt(cblc.array().length);
        font.put("CBDT".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(start + cblc.array().length)
                .putInt(4 + images.length);
        return font.put(cblc.array()).putInt(0x30000).put(images).array();
    }

    /** Writes numbers one after another. */
    private record Numbers(ByteBuffer buffer) {
        Numbers putInt(int number) {
            buffer.putInt(number);
            return this;
        }

        Numbers putShort(int number) {
            buffer.putShort((short) number);
            return this;
        }

        Numbers put(byte[] bytes) {
            buffer.put(bytes);
            return this;
        }

        byte[] array() {
            return buffer.array();
        }
    }
}
