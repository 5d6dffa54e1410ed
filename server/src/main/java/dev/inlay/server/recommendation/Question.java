package dev.inlay.server.recommendation;

import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import java.time.Instant;
import java.util.List;

/**
 * Everything that picking depends on: equal questions have equal answers.
 *
 * @param history cut at {@code now}: what came later does not count; empty for a recipient whom nobody knows
 * @param count how many products are wanted
 * @param seed what {@code random} is drawn from
 * @param kept picks that stand already: neither they nor their variants are picked again
 */
public record Question(PickRules rules, History history, Catalogue catalogue, SessionIndex index, Instant now, int count,
        long seed, List<Pick> kept) {
    public Question {
        kept = List.copyOf(kept);
    }
}
