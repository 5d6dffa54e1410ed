package dev.inlay.server.statistics;

import dev.inlay.db.statistics.ArmCounts;
import java.util.List;
import java.util.Optional;

/** How the recipients who got personal products did, beside those who were held out and got bestsellers. */
public record Comparison(ArmCounts personalized, ArmCounts holdOut) {
    /** Of fewer recipients in either arm nothing is told. */
    public static final int LEAST_RECIPIENTS = 100;

    /** @param arms the personalized one first, or none */
    static Optional<Comparison> of(List<ArmCounts> arms) {
        return arms.isEmpty() ? Optional.empty() : Optional.of(new Comparison(arms.getFirst(), arms.getLast()));
    }

    /** What personal products brought in recipients who clicked; empty with too few to tell. */
    public Optional<Uplift> uplift() {
        return Math.min(personalized.recipients(), holdOut.recipients()) < LEAST_RECIPIENTS ? Optional.empty()
                : Optional.of(Uplift.between(
                        new Uplift.Share(personalized.clickers(), personalized.recipients()),
                        new Uplift.Share(holdOut.clickers(), holdOut.recipients())));
    }
}
