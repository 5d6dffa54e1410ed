package dev.inlay.templates.png;

import java.util.zip.Adler32;

/** The checksum of a zlib stream that is put together from pieces. */
public record Adler(int value) {
    private static final int BASE = 65_521;

    /** Of no bytes at all. */
    public static final Adler START = new Adler(1);

    public static Adler of(byte[] raw, int length) {
        Adler32 sum = new Adler32();
        sum.update(raw, 0, length);
        return new Adler((int) sum.getValue());
    }

    /** Of the bytes of this and, behind them, {@code length} bytes with the checksum {@code next}. */
    public Adler then(Adler next, int length) {
        int low = (low() + next.low() + BASE - 1) % BASE;
        long high = high() + next.high() + (long) (length % BASE) * (low() + BASE - 1);
        return new Adler((int) (high % BASE) << 16 | low);
    }

    private int low() {
        return value & 0xFFFF;
    }

    private int high() {
        return value >>> 16;
    }
}
