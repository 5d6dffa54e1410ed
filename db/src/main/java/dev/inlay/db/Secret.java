package dev.inlay.db;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's secret: key of all hashes and signatures. All nodes and every backup need the same.
 *
 * <p>Every use names its purpose, so that a hash made for one can never stand for another.
 */
public final class Secret {
    /** The least length in bytes. */
    public static final int MIN_LENGTH = 32;

    private final byte[] bytes;
    /** Of purposes, of which there are a few, each named in the code. */
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

    public Secret(byte[] bytes) {
        if (bytes.length < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "the secret must have at least " + MIN_LENGTH + " bytes - has " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /** HMAC-SHA-256 (RFC 2104) of {@code message} under the key of {@code purpose}; 32 bytes. */
    public byte[] hmac(String purpose, byte[] message) {
        return hmac(keys.computeIfAbsent(purpose, this::key), message);
    }

    /** What the store keeps to recognise this secret: tells nothing about it. 16 hex characters. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hmac("fingerprint", new byte[0]), 0, 8);
    }

    private byte[] key(String purpose) {
        return hmac(bytes, ("inlay:" + purpose).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
