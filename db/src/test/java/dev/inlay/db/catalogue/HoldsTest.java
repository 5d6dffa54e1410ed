package dev.inlay.db.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HoldsTest {
    private final TestStore store = TestStore.h2();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void lostRunNeverStopsTheRenewalOfOthers() {
        Holds holds = new Holds(store.database());
        List<Hold> taken = IntStream.rangeClosed(1, 5).mapToObj(Shelf::new).map(holds::take).toList();
        store.database().read(handle -> handle.execute("UPDATE catalogue SET holder = 'other' WHERE website_id = 3"));
        Map<Integer, Long> before = ends();
        store.time().advance(Duration.ofSeconds(10));

        holds.renew(Duration.ZERO);

        Map<Integer, Long> after = ends();
        assertEquals(Set.of(1, 2, 4, 5), after.keySet().stream()
                .filter(website -> after.get(website) > before.get(website)).collect(Collectors.toSet()));
        taken.forEach(Hold::close);
    }

    private Map<Integer, Long> ends() {
        return store.database().read(handle -> handle.createQuery("SELECT website_id, held_until_ms FROM catalogue")
                .setMapKeyColumn("website_id").setMapValueColumn("held_until_ms")
                .collectInto(new GenericType<Map<Integer, Long>>() { }));
    }
}
