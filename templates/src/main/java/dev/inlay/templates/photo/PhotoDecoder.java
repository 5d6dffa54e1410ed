package dev.inlay.templates.photo;

import java.util.Optional;

/**
 * Turns a shop's file into a {@link Photo}, whatever it holds. This process looks at its length and its first bytes
 * only: all the rest happens in a child process, which is started when first needed, decodes one photo after the other
 * and is killed after 10 s on one photo or 3 s of processor time. A file that hangs or kills a decoder costs its own
 * photo and no other. May be asked by many threads.
 */
public final class PhotoDecoder implements AutoCloseable {
    /** The longer side of what is kept, in pixels: the largest photo box of the gallery. */
    public static final int MAX_SIDE = 800;
    /** The largest file that is looked at, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private final WarmChild child;

    /** How a decode ends. */
    public sealed interface Outcome {
        record Decoded(Photo photo) implements Outcome { }

        /** {@code reason} is one line for the operator and holds no bytes of the file. */
        record Refused(String reason) implements Outcome { }
    }

    public PhotoDecoder() {
        this(ChildSettings.USUAL);
    }

    PhotoDecoder(ChildSettings settings) {
        this.child = new WarmChild(settings);
    }

    /** Waits for its turn, then as long as the child takes. */
    public Outcome decode(byte[] file) {
        if (file.length > MOST_BYTES) {
            return new Outcome.Refused("file must be at most 10 MB - was " + file.length + " bytes");
        }
        try {
            Format.of(file);
            return child.decode(file);
        } catch (UnfitPhotoException e) {
            return new Outcome.Refused(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Refused("interrupted");
        }
    }

    /** The process that decodes at present, if any. */
    Optional<ProcessHandle> childHandle() {
        return child.handle();
    }

    /** Ends the child at once; what it was decoding is refused, and so is all that follows. */
    @Override
    public void close() {
        child.close();
    }
}
