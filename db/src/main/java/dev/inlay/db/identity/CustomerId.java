package dev.inlay.db.identity;

import java.util.Objects;

/**
 * The shop's own account: opaque, case-sensitive, 1 to 255 characters of any script. An id that is an address (anything
 * that holds {@code @}, also percent-encoded) is kept as keyed hash only: made by {@link PersonalData#customerId}.
 *
 * @param value the id itself, or the hex of its keyed hash
 * @param hashed whether {@code value} is a keyed hash
 */
public record CustomerId(String value, boolean hashed) {
    public static final int MAX_LENGTH = 255;

    public CustomerId {
        Objects.requireNonNull(value, "value");
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("customerId must have 1 to 255 characters - has " + length);
        }
        if (!hashed && value.indexOf('@') >= 0) {
            throw new IllegalArgumentException("customerId that is an address must be hashed");
        }
    }

    /** How rows hold it: one letter for the kind, then the value. */
    public String stored() {
        return (hashed ? "h" : "c") + value;
    }

    /** The reverse of {@link #stored()}. */
    public static CustomerId fromStored(String stored) {
        return new CustomerId(stored.substring(1), stored.charAt(0) == 'h');
    }

    @Override
    public String toString() {
        return value;
    }
}
