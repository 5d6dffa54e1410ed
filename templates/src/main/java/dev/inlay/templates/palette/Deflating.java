package dev.inlay.templates.palette;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * Raw deflate (RFC 1951) of pieces that are put one after the other: each begins anew, so no piece looks back into
 * another, and ends on a whole byte. The last of a stream says so.
 */
public final class Deflating {
    /** 9 takes four times as long for 2 % fewer bytes. */
    private static final int BEST = 6;
    private static final int FAST = 1;

    private Deflating() {
    }

    /** As small as it gets, for what is kept. */
    public static byte[] best(byte[] raw, boolean last) {
        return deflated(raw, 0, raw.length, BEST, last);
    }

    /** Fast, for what is drawn at the open. */
    public static byte[] fast(byte[] raw, int offset, int length, boolean last) {
        return deflated(raw, offset, length, FAST, last);
    }

    private static byte[] deflated(byte[] raw, int offset, int length, int level, boolean last) {
        try (Deflater deflater = new Deflater(level, true)) {
            deflater.setInput(raw, offset, length);
            if (last) {
                deflater.finish();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(length / 4 + 64);
            byte[] buffer = new byte[Math.min(1 << 15, length + 64)];
            int written;
            do {
                written = deflater.deflate(buffer, 0, buffer.length, last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
                out.write(buffer, 0, written);
            } while (written == buffer.length || last && !deflater.finished());
            return out.toByteArray();
        }
    }
}
