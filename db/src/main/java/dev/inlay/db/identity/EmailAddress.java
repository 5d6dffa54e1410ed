package dev.inlay.db.identity;

import java.util.Optional;

/**
 * An address in canonical form (contract 3.2). Lives only while a request is answered: nothing stores or logs it, and
 * {@link #toString()} does not show it.
 */
public final class EmailAddress {
    private final String canonical;

    private EmailAddress(String canonical) {
        this.canonical = canonical;
    }

    /**
     * The canonical form of {@code raw}: unwrapped from {@code mailto:}, {@code Name <...>}, {@code <...>} and quotes,
     * trimmed (also of a trailing comma or dot), NFC, lower case (root locale), domain to ASCII (IDNA). Empty if it is
     * no address. {@code +tag} and dots are kept.
     */
    public static Optional<EmailAddress> parse(String raw) {
        throw new UnsupportedOperationException("next");
    }

    /** For hashing only. */
    String canonical() {
        return canonical;
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
