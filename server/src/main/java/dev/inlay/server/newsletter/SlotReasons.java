package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Pick;
import dev.inlay.server.newsletter.Explanation.Slot;
import dev.inlay.server.reasons.LockNotes;
import dev.inlay.server.reasons.PickReasons;
import dev.inlay.server.reasons.Scene;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Says of each slot why it shows what it shows.
 *
 * @param today what would be picked now
 * @param lock empty if nothing is locked
 */
record SlotReasons(Scene scene, List<Pick> today, Optional<Lock> lock) {
    /**
     * A lock, of the first slots or of all.
     *
     * @param then what was known when it was made
     */
    record Lock(int slots, Instant at, Scene then, boolean whenGoneHome) { }

    List<Slot> of(Assignment shown, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(slot -> slot(slot, shown.pick(slot))).toList();
    }

    private Slot slot(int number, Optional<Pick> pick) {
        return lock.filter(known -> number <= known.slots()).map(known -> locked(number, pick, known))
                .orElseGet(() -> new Slot(number, pick, false, reason(scene, pick), List.of()));
    }

    private Slot locked(int number, Optional<Pick> pick, Lock lock) {
        Optional<Pick> instead = today.stream().skip(number - 1L).findFirst();
        List<String> notes = pick.map(known ->
                new LockNotes(scene, lock.whenGoneHome()).of(known, lock.at(), instead)).orElse(List.of());
        return new Slot(number, pick, true, reason(lock.then(), pick), notes);
    }

    private static String reason(Scene scene, Optional<Pick> pick) {
        return pick.map(new PickReasons(scene)::of).orElse(PickReasons.NOTHING_LEFT);
    }
}
