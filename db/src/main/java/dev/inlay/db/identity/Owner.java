package dev.inlay.db.identity;

import java.util.HexFormat;

/**
 * Whose an activity is: a tracking user's, a customer's or an email's; nobody's where an order feed names no buyer.
 * There are no synthetic tracking users.
 *
 * @param kind what {@code id} is
 * @param id as rows hold it
 */
public record Owner(Kind kind, String id) {
    /** The kinds, with the letter that rows hold. */
    public enum Kind {
        TRACKING_USER('t'), CUSTOMER('c'), EMAIL('e'), NOBODY('n');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        public String letter() {
            return String.valueOf(letter);
        }

        /** The reverse of {@link #letter()}. */
        public static Kind of(String letter) {
            return switch (letter) {
                case "t" -> TRACKING_USER;
                case "c" -> CUSTOMER;
                case "e" -> EMAIL;
                case "n" -> NOBODY;
                default -> throw new IllegalArgumentException("owner kind must be t, c, e or n - was '" + letter
                        + "'");
            };
        }
    }

    public static Owner of(TrackingUserId trackingUser) {
        return new Owner(Kind.TRACKING_USER, trackingUser.value());
    }

    public static Owner of(CustomerId customer) {
        return new Owner(Kind.CUSTOMER, customer.stored());
    }

    /** {@code email} by SHA-256. */
    public static Owner of(EmailKey email) {
        return new Owner(Kind.EMAIL, email.hex());
    }

    /** Whose an order is that names no buyer. */
    public static Owner nobody(String orderNumber) {
        return new Owner(Kind.NOBODY, orderNumber);
    }

    /**
     * The customer that this is.
     *
     * @throws IllegalStateException if it is another kind
     */
    public CustomerId customer() {
        require(Kind.CUSTOMER);
        return CustomerId.fromStored(id);
    }

    /**
     * The email that this is.
     *
     * @throws IllegalStateException if it is another kind
     */
    public EmailKey email() {
        require(Kind.EMAIL);
        return new EmailKey(EmailKey.Digest.SHA256, HexFormat.of().parseHex(id));
    }

    private void require(Kind wanted) {
        if (kind != wanted) {
            throw new IllegalStateException("owner must be " + wanted + " - was " + kind);
        }
    }
}
