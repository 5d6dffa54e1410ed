package dev.inlay.templates.photo;

import dev.inlay.templates.awt.Headless;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Turns a shop's file into a {@link Photo}, whatever it holds: bytes, magic, container length, chunks and pixels are
 * checked before anything is allocated, the decode runs under a deadline, every Throwable is a refusal. At most two
 * decodes run at once.
 */
public final class PhotoDecoder {
    /** The longer side of what is kept, in pixels: the largest photo box of the gallery. */
    public static final int MAX_SIDE = 600;

    private static final int AT_ONCE = 2;
    private static final int MOST_STUCK = 4;
    private static final int LONGEST_SECONDS = 10;

    static {
        Headless.prepare();
    }

    private final Semaphore permits = new Semaphore(AT_ONCE);
    private final Set<Thread> stuck = ConcurrentHashMap.newKeySet();

    /** How a decode ends. */
    public sealed interface Outcome {
        record Decoded(Photo photo) implements Outcome { }

        /** {@code reason} is one line for the operator and holds no bytes of the file. */
        record Refused(String reason) implements Outcome { }
    }

    public PhotoDecoder() {
    }

    public Outcome decode(byte[] file) {
        try {
            Header header = Header.of(file);
            permits.acquire();
            try {
                return decoded(file, header);
            } finally {
                permits.release();
            }
        } catch (UnfitPhotoException e) {
            return new Outcome.Refused(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Refused("interrupted");
        }
    }

    /**
     * Decodes on a thread of its own, which is given up after {@value #LONGEST_SECONDS} s: a decoder that hangs cannot be
     * stopped from outside. When {@value #MOST_STUCK} hang, nothing more is decoded until one of them ends.
     */
    private Outcome decoded(byte[] file, Header header) throws InterruptedException {
        stuck.removeIf(thread -> !thread.isAlive());
        if (stuck.size() >= MOST_STUCK) {
            return new Outcome.Refused("too many earlier photos are still being decoded");
        }
        FutureTask<Outcome> task = new FutureTask<>(() -> outcome(file, header));
        Thread thread = Thread.ofPlatform().daemon().name("photo-decoder").start(task);
        try {
            return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException e) {
            stuck.add(thread);
            thread.interrupt();
            if (e instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            return new Outcome.Refused("decoding took longer than " + LONGEST_SECONDS + " s");
        } catch (ExecutionException e) {
            return new Outcome.Refused("cannot be decoded (" + e.getCause().getClass().getSimpleName() + ")");
        }
    }

    private static Outcome outcome(byte[] file, Header header) throws Exception {
        try {
            return new Outcome.Decoded(PixelReader.read(file, header));
        } catch (UnfitPhotoException e) {
            return new Outcome.Refused(e.getMessage());
        }
    }
}
