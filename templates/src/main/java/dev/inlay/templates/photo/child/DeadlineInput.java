package dev.inlay.templates.photo.child;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a file, which refuses to be read any longer when its reader has worked for too long, or long beyond its
 * end. Work is the processor time of the thread: a busy machine makes no photo bad.
 */
final class DeadlineInput extends ImageInputStreamImpl {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int MOST_BEYOND_END = 1000;
    private static final int CALLS_PER_CHECK = 64;

    private final byte[] file;
    private final long deadline;
    private int calls;
    private int beyondEnd;

    /** {@code deadline} by {@link #worked()}. */
    DeadlineInput(byte[] file, long deadline) {
        this.file = file;
        this.deadline = deadline;
    }

    /** Nanoseconds that this thread has worked. */
    static long worked() {
        return CLOCK.isCurrentThreadCpuTimeSupported() ? CLOCK.getCurrentThreadCpuTime() : System.nanoTime();
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        return available() ? file[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        bitOffset = 0;
        if (!available()) {
            return -1;
        }
        int count = (int) Math.min(length, file.length - streamPos);
        System.arraycopy(file, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return file.length;
    }

    private boolean available() throws IOException {
        if (++calls % CALLS_PER_CHECK == 0 && worked() - deadline > 0) {
            throw new IOException("decoding took too long");
        }
        if (streamPos < file.length) {
            return true;
        }
        if (++beyondEnd > MOST_BEYOND_END) {
            throw new IOException("read too far beyond the end");
        }
        return false;
    }
}
