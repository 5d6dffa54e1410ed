package dev.inlay.templates.photo;

/**
 * Turns a shop's file into a {@link Photo}, whatever it holds: bytes, magic, container length, chunks and pixels are
 * checked before anything is allocated, the decode runs under a deadline, every Throwable is a refusal. At most two
 * decodes run at once.
 */
public final class PhotoDecoder {
    /** The longer side of what is kept, in pixels: the largest photo box of the gallery. */
    public static final int MAX_SIDE = 600;

    /** How a decode ends. */
    public sealed interface Outcome {
        record Decoded(Photo photo) implements Outcome { }

        /** {@code reason} is one line for the operator and holds no bytes of the file. */
        record Refused(String reason) implements Outcome { }
    }

    public PhotoDecoder() {
    }

    public Outcome decode(byte[] file) {
        throw new UnsupportedOperationException("next");
    }
}
