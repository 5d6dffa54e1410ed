package dev.inlay.db.identity;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One browser or app install of a shopper: 96 random bits as 24 lower-case hex characters.
 *
 * @throws IllegalArgumentException if {@code value} is not 24 hex characters; upper case is lowered
 */
public record TrackingUserId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{24}");

    /** The shopper who opted out: accepted everywhere, stored nowhere. */
    public static final TrackingUserId OPTED_OUT = new TrackingUserId("000000000000000000000000");

    private static final SecureRandom RANDOM = new SecureRandom();

    public TrackingUserId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("trackingUserId must be 24 hex characters");
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    /** A new one, never {@link #OPTED_OUT}. */
    public static TrackingUserId random() {
        byte[] bytes = new byte[12];
        TrackingUserId id;
        do {
            RANDOM.nextBytes(bytes);
            id = new TrackingUserId(HexFormat.of().formatHex(bytes));
        } while (id.equals(OPTED_OUT));
        return id;
    }

    @Override
    public String toString() {
        return value;
    }
}
