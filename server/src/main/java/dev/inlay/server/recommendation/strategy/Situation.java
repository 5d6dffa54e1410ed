package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.PastOffers;
import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.index.PickingParameters;
import dev.inlay.server.recommendation.index.SessionIndex;
import java.time.Instant;
import java.util.List;

/**
 * What strategies decide by; equal situations have equal candidates.
 *
 * @param now what prices, sales and ages are told by
 * @param remindedSince touches before do not bring a product back by itself; they count for what is related
 * @param seed what {@code random} is drawn from
 * @param listed the products of {@code fixed_list} where its step names none
 * @param relatedTo the products that related ones, and those bought together, are wanted for; empty = those of the
 *        history
 * @param offers what the products of the history were offered for before, where a strategy asks for that
 */
public record Situation(Shopper shopper, Catalogue catalogue, SessionIndex index, Instant now,
        Instant remindedSince, long seed, List<String> listed, List<String> relatedTo, PastOffers offers,
        PickingParameters parameters) {
    public Situation {
        listed = List.copyOf(listed);
        relatedTo = List.copyOf(relatedTo);
    }

    /** The same where the shop has nothing but {@code part}. */
    public Situation within(Catalogue part) {
        return new Situation(shopper, part, index, now, remindedSince, seed, listed, relatedTo, offers, parameters);
    }
}
