package dev.inlay.server;

import dev.inlay.db.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The installation's secret and key: files of mode 600, made at first start. */
final class KeyFiles {
    private static final int RANDOM_BYTES = 32;

    private KeyFiles() {
    }

    /** The secret in {@code file}; made if there is none. */
    static Secret secret(Path file) {
        try {
            return new Secret(HexFormat.of().parseHex(readOrCreate(file)));
        } catch (IllegalArgumentException e) {
            throw new StartException("the secret in " + file + " must be at least 64 hex characters");
        }
    }

    /** The installation key in {@code file}; made if there is none. */
    static String adminKey(Path file) {
        String key = readOrCreate(file);
        if (key.length() < RANDOM_BYTES) {
            throw new StartException("the key in " + file + " must have at least 32 characters - has " + key.length());
        }
        return key;
    }

    private static String readOrCreate(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return Files.readString(file, StandardCharsets.US_ASCII).trim();
        } catch (IOException e) {
            throw new StartException("cannot read or make " + file + ": " + e.getClass().getSimpleName());
        }
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Path parent = file.toAbsolutePath().getParent();
        if (Files.notExists(parent)) {
            throw new StartException("the folder of " + file + " must exist");
        }
        Path made = Files.createTempFile(parent, ".made", "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(made, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.SYNC);
        Files.move(made, file);
    }
}
