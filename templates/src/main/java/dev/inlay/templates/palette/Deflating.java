package dev.inlay.templates.palette;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Raw deflate of pieces that are put one after the other; each begins anew and ends on a whole byte. */
public final class Deflating {
    private Deflating() {
    }

    public static byte[] best(byte[] raw, boolean last) {
        return deflated(raw, 0, raw.length, 9, last);
    }

    public static byte[] fast(byte[] raw, int offset, int length, boolean last) {
        return deflated(raw, offset, length, 1, last);
    }

    private static byte[] deflated(byte[] raw, int offset, int length, int level, boolean last) {
        try (Deflater deflater = new Deflater(level, true)) {
            deflater.setInput(raw, offset, length);
            if (last) {
                deflater.finish();
            }
            byte[] buffer = new byte[length + length / 100 + 128];
            return Arrays.copyOf(buffer, deflater.deflate(buffer, 0, buffer.length,
                    last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH));
        }
    }
}
