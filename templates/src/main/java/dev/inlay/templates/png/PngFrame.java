package dev.inlay.templates.png;

import java.nio.ByteBuffer;

/** What stands before and behind the pixels of a PNG. */
public final class PngFrame {
    /** Colour types. */
    static final int RGB = 2;
    static final int INDEXED = 3;
    static final int RGBA = 6;

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private PngFrame() {
    }

    /** Of a picture in full colour. */
    public static byte[] head(int width, int height) {
        return joined(SIGNATURE, header(width, height, RGB));
    }

    /** Of a picture in the colours {@code plte}, three bytes each, one byte a pixel. */
    public static byte[] head(int width, int height, byte[] plte) {
        return joined(SIGNATURE, header(width, height, INDEXED), Chunk.of("PLTE", plte));
    }

    /** The end of a picture whose rows have the Adler-32 {@code adler}, for which a chunk of its own is made. */
    public static byte[] tail(int adler) {
        return joined(Chunk.of("IDAT", ByteBuffer.allocate(4).putInt(adler).array()), Chunk.of("IEND"));
    }

    static byte[] header(int width, int height, int colourType) {
        return Chunk.of("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8)
                .put((byte) colourType).array());
    }

    /** All {@code parts}, one after the other. */
    public static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }
}
