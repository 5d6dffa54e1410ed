package dev.inlay.server.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.TrackingUserId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityReasonTest {
    @Test
    void somebodyIsToldByHowTheyAreKnown() {
        List<TrackingUserId> two = List.of(TrackingUserId.random(), TrackingUserId.random());

        assertEquals("Known by 2 tracking users, as customer C-1",
                known(two, Optional.of(new CustomerId("C-1", false))));
        assertEquals("Known by 1 tracking user", known(two.subList(0, 1), Optional.empty()));
        assertEquals("Known by orders only, not by a browser", known(List.of(), Optional.empty()));
    }

    @Test
    void everyReasonAgainstAHistoryIsToldApart() {
        List<String> sentences = Arrays.stream(Standing.values())
                .filter(standing -> standing != Standing.KNOWN)
                .map(standing -> IdentityReason.of(new Identity.Unknown(), standing)).toList();

        assertThat(sentences).doesNotHaveDuplicates().allMatch(
                sentence -> sentence.matches("[A-Z].*[^.]"));
    }

    @Test
    void theHoldOutIsTold() {
        Identity somebody = new Identity.Known(List.of(TrackingUserId.random()), Optional.empty(), Optional.empty());

        assertEquals("Known by 1 tracking user. This recipient is in the hold-out: bestsellers",
                IdentityReason.of(somebody, Standing.HELD_OUT));
    }

    private static String known(List<TrackingUserId> users, Optional<CustomerId> customer) {
        return IdentityReason.of(new Identity.Known(users, customer, Optional.empty()), Standing.KNOWN);
    }
}
