package dev.inlay.server.reasons;

import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Product;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What changed since a slot was locked.
 *
 * @param whenGoneHome whether clicks on a product that left the catalogue lead to the shop's home
 */
public record LockNotes(Scene scene, boolean whenGoneHome) {
    /** A sentence for each thing, none if all is as it was; {@code today} is what would be picked now. */
    public List<String> of(Pick locked, Instant lockedAt, Optional<Pick> today) {
        return Stream.of(fate(locked), instead(locked, lockedAt, today)).flatMap(Optional::stream).toList();
    }

    private Optional<String> fate(Pick locked) {
        Optional<Product> product = scene.catalogue().find(locked.productNumber());
        if (product.isEmpty()) {
            return Optional.of("It left the catalogue: readers still see its last picture, and clicks lead to "
                    + (whenGoneHome ? "the shop's home" : "its last page"));
        }
        return product.filter(known -> !known.inStock())
                .map(known -> "It is sold out by now: readers still see it, and clicks lead to its page");
    }

    private Optional<String> instead(Pick locked, Instant lockedAt, Optional<Pick> today) {
        if (today.map(Pick::productNumber).filter(locked.productNumber()::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("Locked " + scene.when().ago(lockedAt) + "; today it would be " + today.map(pick ->
                scene.name(pick.productNumber()) + ": " + Words.uncapitalised(new PickReasons(scene).of(pick)))
                .orElse("no product"));
    }
}
