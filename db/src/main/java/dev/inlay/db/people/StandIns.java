package dev.inlay.db.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What statistics hold in place of erased people and their orders, so that every count stays as it was: always the same
 * for the same one while the seed is known, and nobody's once it is forgotten.
 *
 * @param seed random, hex
 */
record StandIns(String seed) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 16;

    static StandIns random() {
        byte[] seed = new byte[2 * LENGTH];
        RANDOM.nextBytes(seed);
        return new StandIns(HexFormat.of().formatHex(seed));
    }

    /** 16 bytes in place of {@code recipient}. */
    byte[] recipient(byte[] recipient) {
        return Arrays.copyOf(hash("recipient " + HexFormat.of().formatHex(recipient)), LENGTH);
    }

    /** A number in place of {@code orderNumber}. */
    String order(String orderNumber) {
        return "erased " + HexFormat.of().formatHex(hash("order " + orderNumber), 0, LENGTH);
    }

    private byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((seed + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    @Override
    public String toString() {
        return "StandIns[hidden]";
    }
}
