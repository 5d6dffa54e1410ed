package dev.inlay.db.activity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The ids of rows that an import writes: made from what the row says, so that the same line is always the same row.
 * They end in {@value #MARK}, which no id of another row does.
 */
final class ContentId {
    /** The low 16 bits of every such id; those of other rows count their lines from 0. */
    static final int MARK = 0xffff;

    private static final int UNMARKED_BITS = 17;
    private static final int MARK_BITS = 16;
    private static final int DERIVED_LENGTH = 8;

    private ContentId() {
    }

    /** The id of the row of {@code event}, which is of {@code orderNumber} or of none (empty). */
    static long of(PastEvent event, String orderNumber) {
        byte[] hash = hash(event.owner().kind().letter(), event.owner().id(), String.valueOf(event.type().code()),
                event.product().productNumber().orElse(""), event.product().url().orElse(""),
                String.valueOf(event.time().toEpochMilli()), orderNumber);
        return ByteBuffer.wrap(hash).getLong() >>> UNMARKED_BITS << MARK_BITS | MARK;
    }

    /** The number of the order that {@code purchase} is a line of. */
    static String orderNumber(PastEvent purchase) {
        return purchase.orderNumber().orElseGet(() -> "import-" + HexFormat.of().formatHex(
                hash(purchase.owner().kind().letter(), purchase.owner().id(),
                        String.valueOf(purchase.time().toEpochMilli())), 0, DERIVED_LENGTH));
    }

    /** No part holds a NUL, which no store takes. */
    private static byte[] hash(String... parts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
