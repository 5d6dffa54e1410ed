package dev.inlay.templates.photo;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** The bytes of a file, which refuses to be read any longer after a deadline or long beyond its end. */
final class DeadlineInput extends ImageInputStreamImpl {
    private static final int MOST_BEYOND_END = 1000;

    private final byte[] file;
    private final long deadline;
    private int beyondEnd;

    /** {@code deadline} by {@link System#nanoTime()}. */
    DeadlineInput(byte[] file, long deadline) {
        this.file = file;
        this.deadline = deadline;
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
        if (System.nanoTime() - deadline > 0) {
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
