package dev.inlay.db.identity;

import dev.inlay.db.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one door between what identifies a person and what may be stored: addresses become keyed hashes here.
 */
public final class PersonalData {
    private static final byte SECRET_NUMBER = 1;
    private static final byte NO_SECRET = 0;
    private static final int LOCK_KEY_LENGTH = 16;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s/@]@[^\\s/@]+\\.[^\\s/@]");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final Secret secret;

    public PersonalData(Secret secret) {
        this.secret = secret;
    }

    /** The keys of {@code address}, by SHA-256, SHA-1 and MD5 of its canonical form, in this order. */
    public List<EmailKey> emailKeys(EmailAddress address) {
        byte[] canonical = address.canonical().getBytes(StandardCharsets.UTF_8);
        return Arrays.stream(EmailKey.Digest.values()).map(digest -> key(digest, hash(digest, canonical))).toList();
    }

    /** The key of {@code address} that rows hold: the first of {@link #emailKeys}. */
    public EmailKey emailKey(EmailAddress address) {
        return key(EmailKey.Digest.SHA256,
                hash(EmailKey.Digest.SHA256, address.canonical().getBytes(StandardCharsets.UTF_8)));
    }

    /** The key of an address that is known only as hex digest; empty if {@code hex} has not the digest's length. */
    public Optional<EmailKey> emailKey(EmailKey.Digest digest, String hex) {
        return hex.length() == 2 * length(digest) && HEX.matcher(hex).matches()
                ? Optional.of(key(digest, HexFormat.of().parseHex(hex)))
                : Optional.empty();
    }

    /** The key of an address that nobody can have: the same for the same {@code name}. */
    public EmailKey nobodysKey(String name) {
        byte[] hmac = secret.hmac("nobody", name.getBytes(StandardCharsets.UTF_8));
        return new EmailKey(EmailKey.Digest.SHA256,
                ByteBuffer.allocate(1 + hmac.length).put(NO_SECRET).put(hmac).array());
    }

    /**
     * A customer id as it may be stored.
     *
     * @throws IllegalArgumentException if it has not 1 to 255 characters or holds a control character
     */
    public CustomerId customerId(String raw) {
        int length = raw.codePointCount(0, raw.length());
        if (length < 1 || length > CustomerId.MAX_LENGTH) {
            throw new IllegalArgumentException("customerId must have 1 to 255 characters - has " + length);
        }
        if (UNSTORABLE.matcher(raw).find()) {
            throw new IllegalArgumentException("customerId must hold no control character");
        }
        return decoded(raw).indexOf('@') >= 0
                ? new CustomerId(keyedHash("customer", raw), true)
                : new CustomerId(raw, false);
    }

    /**
     * {@code url} without fragment and without every parameter whose decoded value holds {@code @}; empty if it still
     * holds an address elsewhere or is longer than 2,048 characters.
     */
    public Optional<String> storableUrl(String url) {
        return StorableUrl.of(url);
    }

    /**
     * {@code url} (of a page of the shop) without every parameter whose decoded value holds {@code @}, and without a
     * fragment that does.
     */
    public static String withoutAddresses(String url) {
        return StorableUrl.withoutAddresses(url);
    }

    /**
     * {@code value} (a product or order number) as it may be stored: itself, or a keyed hash if it holds an address, is
     * longer than 255 characters, or has characters that no store takes.
     */
    public String storable(String value) {
        boolean asItIs = value.codePointCount(0, value.length()) <= CustomerId.MAX_LENGTH
                && !holdsAddress(decoded(value)) && !UNSTORABLE.matcher(value).find();
        return asItIs ? value : keyedHash("value", value);
    }

    /** A truncated HMAC, 16 bytes, that names {@code parts} without telling them: keys of locks. */
    public byte[] lockKey(String purpose, String... parts) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            message.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            message.writeBytes(bytes);
        }
        return Arrays.copyOf(secret.hmac("lock " + purpose, message.toByteArray()), LOCK_KEY_LENGTH);
    }

    /** {@code text} with its percent escapes decoded, three times over; a broken escape stays as it is. */
    static String decoded(String text) {
        String decoded = text;
        for (int time = 0; time < 3 && decoded.indexOf('%') >= 0; time++) {
            decoded = ESCAPE.matcher(decoded).replaceAll(
                    escape -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        }
        return decoded;
    }

    static boolean holdsAddress(String decoded) {
        return ADDRESS.matcher(decoded).find();
    }

    private EmailKey key(EmailKey.Digest digest, byte[] hash) {
        byte[] hmac = secret.hmac("email", hash);
        return new EmailKey(digest, ByteBuffer.allocate(1 + hmac.length).put(SECRET_NUMBER).put(hmac).array());
    }

    private String keyedHash(String purpose, String text) {
        return HexFormat.of().formatHex(secret.hmac(purpose, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static int length(EmailKey.Digest digest) {
        return switch (digest) {
            case SHA256 -> 32;
            case SHA1 -> 20;
            case MD5 -> 16;
        };
    }

    private static byte[] hash(EmailKey.Digest digest, byte[] message) {
        String algorithm = switch (digest) {
            case SHA256 -> "SHA-256";
            case SHA1 -> "SHA-1";
            case MD5 -> "MD5";
        };
        try {
            return MessageDigest.getInstance(algorithm).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is part of every Java platform", e);
        }
    }
}
