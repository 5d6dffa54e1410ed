package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Pick;
import dev.inlay.db.identity.Identity;
import dev.inlay.server.reasons.Scene;
import java.util.List;
import java.util.Optional;

/**
 * Why somebody sees what (contract 5.9). Sentences are as {@link dev.inlay.server.reasons} words them.
 *
 * @param identity whose history counts
 * @param standing a sentence on that
 * @param scene what picking knew of the shopper, and when this is told
 * @param slots slot 1 first, each slot of the campaign
 * @param templateVersion SHA-256 (hex) of the template that draws them
 * @param holdOut whether bestsellers stand in place of the campaign's strategies, for comparison
 * @param left candidates that a rule took out, those nearest to being picked first; at most 200, so that a large
 *        catalogue with nothing to show stays a small answer
 */
public record Explanation(Identity identity, String standing, Scene scene, List<Slot> slots, String templateVersion,
        boolean holdOut, List<Left> left) {
    /**
     * What one slot shows.
     *
     * @param pick empty where there is nothing to show
     * @param locked whether it is settled for this recipient and send; else it is what would be locked now
     * @param reason a sentence
     * @param notes sentences on what changed since it was locked
     */
    public record Slot(int number, Optional<Pick> pick, boolean locked, String reason, List<String> notes) {
        public Slot {
            notes = List.copyOf(notes);
        }
    }

    /** A candidate that {@code rule} took out, with a sentence on why. */
    public record Left(String productNumber, String rule, String reason) { }

    public Explanation {
        slots = List.copyOf(slots);
        left = List.copyOf(left);
    }
}
