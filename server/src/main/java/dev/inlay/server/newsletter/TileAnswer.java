package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Arm;
import java.util.Optional;

/**
 * How a picture or a click was decided, beside what is sent.
 *
 * @param letter empty if its campaign is unknown or the request could not be read
 * @param neutral why there is no product; empty if there is one, shown as it should be
 * @param arm that of the lock that was found or made
 */
record TileAnswer<T>(T answer, Optional<Letter> letter, Optional<String> productNumber,
        Optional<NeutralReason> neutral, Arm arm) {
    static <T> TileAnswer<T> product(T answer, Letter letter, String productNumber) {
        return new TileAnswer<>(answer, Optional.of(letter), Optional.of(productNumber), Optional.empty(), Arm.NONE);
    }

    /** A tile that lacks its photo for this moment. */
    static <T> TileAnswer<T> withoutPhoto(T answer, Letter letter, String productNumber) {
        return new TileAnswer<>(answer, Optional.of(letter), Optional.of(productNumber),
                Optional.of(NeutralReason.DRAWING), Arm.NONE);
    }

    static <T> TileAnswer<T> neutral(T answer, Optional<Letter> letter, NeutralReason reason) {
        return new TileAnswer<>(answer, letter, Optional.empty(), Optional.of(reason), Arm.NONE);
    }

    /** The same answer, decided by a lock of {@code arm}. */
    TileAnswer<T> in(Arm arm) {
        return new TileAnswer<>(answer, letter, productNumber, neutral, arm);
    }
}
