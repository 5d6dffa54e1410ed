package dev.inlay.templates;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/** SHA-256 over parts, each with its length before it, so that no two lists of parts look alike. */
final class Digest {
    private final MessageDigest digest;

    Digest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Digest part(String text) {
        ByteBuffer units = ByteBuffer.allocate(2 * text.length());
        units.asCharBuffer().put(text);
        digest.update(ByteBuffer.allocate(4).putInt(text.length()).flip());
        digest.update(units);
        return this;
    }

    Digest parts(SortedMap<String, String> texts) {
        part(Integer.toString(texts.size()));
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            part(entry.getKey()).part(entry.getValue());
        }
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of {@code text} as UTF-8, in hex. */
    static String of(String text) {
        Digest digest = new Digest();
        digest.digest.update(text.getBytes(StandardCharsets.UTF_8));
        return digest.hex();
    }
}
