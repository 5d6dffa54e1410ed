package dev.inlay.server.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file for what is too large for memory and must never lie on a disk: enciphered (AES-256 in counter mode) under a
 * key that only this object has, so that not even a process that is killed leaves anything to read. Written once, read
 * as often as one likes, gone once closed.
 */
public final class SealedFile implements AutoCloseable {
    private static final int KEY_BYTES = 32;
    private static final int COUNTER_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileChannel file;
    private final SecretKeySpec key;

    /** A new one in {@code folder}. */
    public SealedFile(Path folder) throws IOException {
        file = FileChannel.open(Files.createTempFile(Files.createDirectories(folder), "sealed", ".tmp"),
                StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        key = new SecretKeySpec(bytes, "AES");
    }

    /** Keeps what {@code writer} writes. */
    public void write(Writer writer) throws IOException {
        OutputStream out = begin();
        writer.write(out);
        out.flush();
    }

    /** Keeps what is written into the stream, which need not be closed. */
    public OutputStream begin() {
        return new CipherOutputStream(Channels.newOutputStream(file), cipher(Cipher.ENCRYPT_MODE));
    }

    /** What was written, from its begin; one reader at a time. */
    public InputStream open() throws IOException {
        InputStream open = new FilterInputStream(Channels.newInputStream(file.position(0))) {
            @Override
            public void close() {
                // the file stays open for the next reader
            }
        };
        return new CipherInputStream(open, cipher(Cipher.DECRYPT_MODE));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Writes what is to be kept. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** The counter begins at 0, since a key enciphers one file only. */
    private Cipher cipher(int mode) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(new byte[COUNTER_BYTES]));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES in counter mode is part of every Java platform", e);
        }
    }
}
