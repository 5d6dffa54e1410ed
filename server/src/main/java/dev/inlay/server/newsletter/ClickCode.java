package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Edition;
import dev.inlay.server.http.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What a tracking code tells: which picture was clicked. Nothing of the recipient.
 *
 * @param edition 16 hex characters that tell the editions of a campaign apart
 * @param expires when the code stops counting
 */
public record ClickCode(String campaignId, String edition, int slot, String productNumber, Instant expires) {
    private static final int EDITION_BYTES = 8;

    static String edition(Edition edition) {
        byte[] send = edition.sendKey();
        byte[] parts = ByteBuffer.allocate(send.length + Long.BYTES + Integer.BYTES)
                .put(send).putLong(edition.bucket()).putInt(edition.campaign().clearCount()).array();
        return HexFormat.of().formatHex(Sha256.of(parts), 0, EDITION_BYTES);
    }

    byte[] bytes() {
        byte[] campaign = campaignId.getBytes(StandardCharsets.UTF_8);
        byte[] product = productNumber.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + EDITION_BYTES + 2 + campaign.length + product.length)
                .putInt((int) expires.getEpochSecond()).put(HexFormat.of().parseHex(edition)).put((byte) slot)
                .put((byte) campaign.length).put(campaign).put(product).array();
    }

    static ClickCode of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Instant expires = Instant.ofEpochSecond(Integer.toUnsignedLong(buffer.getInt()));
        byte[] edition = new byte[EDITION_BYTES];
        buffer.get(edition);
        int slot = buffer.get();
        byte[] campaign = new byte[buffer.get()];
        buffer.get(campaign);
        byte[] product = new byte[buffer.remaining()];
        buffer.get(product);
        return new ClickCode(new String(campaign, StandardCharsets.UTF_8), HexFormat.of().formatHex(edition), slot,
                new String(product, StandardCharsets.UTF_8), expires);
    }
}
