package dev.inlay.db.identity;

import dev.inlay.db.Secret;
import java.util.List;
import java.util.Optional;

/**
 * The one door between what identifies a person and what may be stored: addresses become keyed hashes here.
 */
public final class PersonalData {
    private final Secret secret;

    public PersonalData(Secret secret) {
        this.secret = secret;
    }

    /** The keys of {@code address}, by SHA-256, SHA-1 and MD5 of its canonical form, in this order. */
    public List<EmailKey> emailKeys(EmailAddress address) {
        throw new UnsupportedOperationException("next");
    }

    /** The key of an address that is known only as hex digest; empty if {@code hex} has not the digest's length. */
    public Optional<EmailKey> emailKey(EmailKey.Digest digest, String hex) {
        throw new UnsupportedOperationException("next");
    }

    /**
     * A customer id as it may be stored.
     *
     * @throws IllegalArgumentException if it has not 1 to 255 characters or holds a control character
     */
    public CustomerId customerId(String raw) {
        throw new UnsupportedOperationException("next");
    }

    /** {@code url} without fragment and without every parameter whose decoded value holds {@code @}; empty if it still
     * holds an address elsewhere or is longer than 2,048 characters. */
    public Optional<String> storableUrl(String url) {
        throw new UnsupportedOperationException("next");
    }

    /** {@code value} (a product or order number) as it may be stored: itself, or a keyed hash if it is an address. */
    public String storable(String value) {
        throw new UnsupportedOperationException("next");
    }

    /** A truncated HMAC, 16 bytes, that names {@code parts} without telling them: keys of locks. */
    public byte[] lockKey(String purpose, String... parts) {
        throw new UnsupportedOperationException("next");
    }
}
