package dev.inlay.server.statistics;

import dev.inlay.server.newsletter.TileVisit.TileLetter;
import java.util.HexFormat;

/** Names what one recipient got in one edition, without telling who that is. */
record LetterKey(int websiteId, String campaignId, String edition, String recipient) {
    static LetterKey of(TileLetter letter) {
        return new LetterKey(letter.websiteId(), letter.campaignId(), letter.edition(), letter.recipient());
    }

    byte[] recipientBytes() {
        return HexFormat.of().parseHex(recipient);
    }
}
