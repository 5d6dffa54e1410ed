package dev.inlay.db.identity;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the store knows of an address: a keyed hash of its SHA-256, SHA-1 or MD5.
 *
 * <p>The bytes are the number of the secret (1) and HMAC-SHA-256 of the digest: 33 bytes.
 */
public record EmailKey(Digest digest, byte[] bytes) {
    /** The hash functions whose hex form a URL may carry in place of the address. */
    public enum Digest { SHA256, SHA1, MD5 }

    public EmailKey {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailKey key && key.digest == digest && Arrays.equals(key.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "EmailKey[" + digest + "]";
    }
}
