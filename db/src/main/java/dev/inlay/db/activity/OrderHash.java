package dev.inlay.db.activity;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a row of an order feed tells, in 32 hex characters: equal for rows that tell the same. */
final class OrderHash {
    private static final int LENGTH = 16;

    private OrderHash() {
    }

    static String of(FeedOrder order) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(content)) {
            write(out, Optional.of(order.date().toString()));
            write(out, plain(order.total()));
            write(out, order.customer().map(CustomerId::stored));
            write(out, order.emailKey().map(EmailKey::hex));
            for (OrderLine line : order.lines()) {
                write(out, line.product().productNumber());
                write(out, line.product().url());
                write(out, plain(line.quantity()));
                write(out, plain(line.lineTotal()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(Arrays.copyOf(sha256(content.toByteArray()), LENGTH));
    }

    private static Optional<String> plain(Optional<BigDecimal> amount) {
        return Optional.ofNullable(Amount.storable(amount)).map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString);
    }

    /** The length goes first, so that no two contents look alike. */
    private static void write(DataOutputStream out, Optional<String> text) throws IOException {
        byte[] bytes = text.orElse("").getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.isPresent() ? bytes.length : -1);
        out.write(bytes);
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
