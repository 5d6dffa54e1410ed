package dev.inlay.server.recommendation;

import dev.inlay.db.campaign.Pick;
import java.util.List;

/**
 * What came of a {@link Question}.
 *
 * @param picks best first, at most as many as asked for
 * @param dropped candidates that a rule took out, those nearest to being picked first; at most 200
 */
public record Recommendation(List<Pick> picks, List<Dropped> dropped) {
    public Recommendation {
        picks = List.copyOf(picks);
        dropped = List.copyOf(dropped);
    }
}
