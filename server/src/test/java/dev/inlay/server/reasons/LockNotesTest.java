package dev.inlay.server.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Pick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockNotesTest {
    private static final Instant LOCKED = Told.NOW.minus(Duration.ofDays(12));
    private static final Pick TENT = new Pick("tent", "for_you", 1, List.of());

    private final Told told = new Told();

    @Test
    void nothingIsToldAsLongAsTheSameWouldBePicked() {
        assertThat(notes(false, Optional.of(TENT))).isEmpty();
    }

    @Test
    void whatWouldBePickedTodayIsTold() {
        assertThat(notes(false, Optional.of(new Pick("stove", "pinned", 1, List.of())))).containsExactly(
                "Locked 12 days ago, on 14 November; today it would be Stove: pinned by this campaign");
        assertThat(notes(false, Optional.empty())).containsExactly(
                "Locked 12 days ago, on 14 November; today it would be no product");
    }

    @Test
    void whatReadersSeeOfASoldOutProductIsTold() {
        told.with(Told.product("tent").withInStock(false));

        assertThat(notes(false, Optional.of(TENT))).containsExactly(
                "It is sold out by now: readers still see it, and clicks lead to its page");
    }

    @Test
    void whatReadersSeeOfAProductThatLeftIsTold() {
        told.without("tent");

        assertThat(notes(false, Optional.of(TENT))).containsExactly("It left the catalogue: readers still see its "
                + "last picture, and clicks lead to its last page");
        assertThat(notes(true, Optional.of(TENT)).getFirst()).endsWith("clicks lead to the shop's home");
    }

    private List<String> notes(boolean whenGoneHome, Optional<Pick> today) {
        return new LockNotes(told.scene(), whenGoneHome).of(TENT, LOCKED, today);
    }
}
