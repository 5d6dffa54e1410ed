package dev.inlay.server.recommendation;

import java.util.Comparator;
import java.util.List;

/** A product that a strategy found, before the rules; see {@link dev.inlay.db.campaign.Pick} for its parts. */
record Candidate(String productNumber, double score, List<String> becauseOf) {
    /** Higher scores first, equal ones by product number. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score).reversed()
            .thenComparing(Candidate::productNumber);

    Candidate {
        becauseOf = becauseOf.size() > 3 ? List.copyOf(becauseOf.subList(0, 3)) : List.copyOf(becauseOf);
    }

    static Candidate of(String productNumber, double score) {
        return new Candidate(productNumber, score, List.of());
    }
}
