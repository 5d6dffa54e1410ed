package dev.inlay.server.recommendation;

import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.PastOffers;
import dev.inlay.server.recommendation.index.PickingParameters;
import dev.inlay.server.recommendation.index.SessionIndex;
import java.time.Instant;
import java.util.List;

/**
 * Everything that picking depends on: equal questions have equal answers.
 *
 * @param history all that counts, also what another node's clock dates a moment ahead; empty for somebody unknown
 * @param now what prices, sales and ages are told by
 * @param count how many products are wanted
 * @param seed what {@code random} is drawn from
 * @param kept picks that stand already: neither they nor their variants are picked again
 * @param relatedTo the products that related ones, and those bought together, are wanted for; empty = those of the
 *        history
 * @param offers what the products of the history were offered for before, if the rules
 *        {@linkplain PickRules#asksForPastOffers() ask} for that
 */
public record Question(PickRules rules, History history, Catalogue catalogue, SessionIndex index, Instant now,
        int count, long seed, List<Pick> kept, List<String> relatedTo, PastOffers offers,
        PickingParameters parameters) {
    public Question {
        kept = List.copyOf(kept);
        relatedTo = List.copyOf(relatedTo);
    }

    /** A question of a mail, with the parameters that all shops have: what is related is related to the history. */
    public Question(PickRules rules, History history, Catalogue catalogue, SessionIndex index, Instant now, int count,
            long seed, List<Pick> kept) {
        this(rules, history, catalogue, index, now, count, seed, kept, List.of(), PastOffers.NONE,
                PickingParameters.DEFAULT);
    }

    /** The same, asked with other parameters. */
    public Question with(PickingParameters other) {
        return new Question(rules, history, catalogue, index, now, count, seed, kept, relatedTo, offers, other);
    }
}
