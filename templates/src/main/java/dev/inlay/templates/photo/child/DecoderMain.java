package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Answers;
import dev.inlay.templates.photo.PhotoDecoder;
import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The child process: reads a photo (its length, its bytes), writes what became of it, and so on. It ends as soon as its
 * input does, also in the middle of a photo: no child outlives its parent.
 */
public final class DecoderMain {
    /** Without work for so long, it gives back the memory of earlier photos. */
    private static final int TIDY_SECONDS = 2;

    private final DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    private final DataOutputStream out;
    private final Function<byte[], Outcome> decoder;
    private final BlockingQueue<byte[]> photos = new LinkedBlockingQueue<>();

    DecoderMain(Function<byte[], Outcome> decoder) {
        this.decoder = decoder;
        this.out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // whatever a library prints must not be taken for an answer
        System.setOut(System.err);
    }

    public static void main(String[] arguments) throws IOException {
        new DecoderMain(ForeignPhoto::decode).serve();
    }

    /** Does not return. */
    void serve() throws IOException {
        try {
            Thread.ofPlatform().daemon().start(this::work);
            Answers.writeReady(out);
            while (true) {
                photos.add(read());
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private byte[] read() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > PhotoDecoder.MOST_BYTES) {
            throw new IOException("a photo must have at most " + PhotoDecoder.MOST_BYTES + " bytes");
        }
        byte[] file = new byte[length];
        in.readFully(file);
        return file;
    }

    private void work() {
        try {
            while (true) {
                byte[] next = photos.poll(TIDY_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    System.gc();
                    next = photos.take();
                }
                Answers.write(decoder.apply(next), out);
            }
        } catch (IOException | InterruptedException e) {
            // nobody listens any more
            Runtime.getRuntime().halt(0);
        }
    }
}
