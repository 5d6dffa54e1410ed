package dev.inlay.db.token;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A person as the bytes of a token, before they are sealed: a letter for the kind, the name, and padding
 * (ISO/IEC 9797-1, method 2), so that an address and any id of up to 33 bytes come to the same length and longer ones
 * to few.
 */
final class TokenContent {
    private static final byte EMAIL = 'e';
    private static final byte CUSTOMER = 'c';
    private static final byte HASHED_CUSTOMER = 'h';
    private static final byte END = (byte) 0x80;
    /** What an address takes: letter, key and end. */
    private static final int SHORTEST = 35;
    /** Divisible by 3, so that base64 has no bits to spare. */
    private static final int STEP = 24;

    private TokenContent() {
    }

    static byte[] of(Owner person) {
        return switch (person.kind()) {
            case EMAIL -> padded(EMAIL, person.email().bytes());
            case CUSTOMER -> of(person.customer());
            case TRACKING_USER, NOBODY ->
                    throw new IllegalArgumentException("a token must name an email or a customer");
        };
    }

    private static byte[] of(CustomerId customer) {
        return customer.hashed() ? padded(HASHED_CUSTOMER, HexFormat.of().parseHex(customer.value()))
                : padded(CUSTOMER, customer.value().getBytes(StandardCharsets.UTF_8));
    }

    /** The reverse of {@link #of(Owner)}. */
    static Owner owner(byte[] content) {
        byte[] name = Arrays.copyOfRange(content, 1, end(content));
        return switch (content[0]) {
            case EMAIL -> Owner.of(new EmailKey(EmailKey.Digest.SHA256, name));
            case HASHED_CUSTOMER -> Owner.of(new CustomerId(HexFormat.of().formatHex(name), true));
            case CUSTOMER -> Owner.of(new CustomerId(new String(name, StandardCharsets.UTF_8), false));
            default -> throw new IllegalStateException("a token was sealed that holds nobody");
        };
    }

    private static byte[] padded(byte kind, byte[] name) {
        int missing = Math.max(0, name.length + 2 - SHORTEST);
        int length = SHORTEST + (missing + STEP - 1) / STEP * STEP;
        return ByteBuffer.allocate(length).put(kind).put(name).put(END).array();
    }

    private static int end(byte[] content) {
        int end = content.length - 1;
        while (content[end] != END) {
            end--;
        }
        return end;
    }
}
