package dev.inlay.server.recommendation.index;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A file that is there whole or not at all, for its owner alone: written beside, and put in its place once it is on the
 * disk. Nothing is read of one that is damaged: it ends in its length and the CRC-32C of all before.
 */
final class SnapshotFile {
    /** What the name of one in the making ends in. */
    static final String PART = ".part";
    /** To be raised when what is written changes: older files are then not read. */
    static final int FORMAT = 2;

    /** "INLAYIDX". */
    private static final long MAGIC = 0x494e4c4159494458L;
    private static final int HEAD = Long.BYTES + Integer.BYTES;
    private static final int END = 2 * Long.BYTES;
    private static final int BUFFER = 1 << 16;

    /** Writes what the file is to hold. */
    @FunctionalInterface
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads what a {@link Writer} wrote. */
    @FunctionalInterface
    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** What cannot be used, and why. */
    static final class UnusableException extends IOException {
        private static final long serialVersionUID = 1;

        UnusableException(String why) {
            super(why);
        }
    }

    private final Path file;
    private final Path part;

    SnapshotFile(Path file) {
        this.file = file;
        part = file.resolveSibling(file.getFileName() + PART);
    }

    /** Writes beside the file what {@code writer} writes; {@link #publish} puts it in its place. */
    void draft(Writer writer) throws IOException {
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            CheckedOutputStream checked = new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32C());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
            out.writeLong(MAGIC);
            out.writeInt(FORMAT);
            writer.write(out);
            out.flush();
            out.writeLong(channel.position());
            out.flush();
            out.writeLong(checked.getChecksum().getValue());
            out.flush();
        }
    }

    /** Puts the draft in the place of the file, once it would survive a loss of power. */
    void publish() throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /**
     * What {@code reader} reads, or empty if there is no file.
     *
     * @throws UnusableException if it is damaged or of another format; nothing was read then
     */
    <T> Optional<T> read(Reader<T> reader) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            check(channel);
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(HEAD)), BUFFER);
            return Optional.of(reader.read(new DataInputStream(in)));
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static void check(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < HEAD + END) {
            throw new UnusableException("it is cut off");
        }
        ByteBuffer head = bytes(channel, 0, HEAD);
        if (head.getLong() != MAGIC) {
            throw new UnusableException("it is no snapshot");
        }
        int format = head.getInt();
        if (format != FORMAT) {
            throw new UnusableException("it has format " + format + ", not " + FORMAT);
        }
        ByteBuffer end = bytes(channel, size - END, END);
        if (end.getLong() != size - END) {
            throw new UnusableException("it is cut off");
        }
        if (end.getLong() != checksum(channel, size - Long.BYTES)) {
            throw new UnusableException("it is damaged");
        }
    }

    private static long checksum(FileChannel channel, long length) throws IOException {
        CRC32C checksum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        for (long at = 0; at < length;) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), length - at));
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new UnusableException("it is cut off");
            }
            checksum.update(buffer.flip());
            at += read;
        }
        return checksum.getValue();
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new UnusableException("it is cut off");
            }
        }
        return bytes.flip();
    }
}
