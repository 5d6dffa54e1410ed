package dev.inlay.server.recommendation.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerSlotsTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 20, 100, 1_000})
    void ownersUsedLastAreKnownInTheirOrder(int most) {
        OwnerSlots slots = new OwnerSlots(most);
        Map<Long, Integer> plain = new LinkedHashMap<>(16, .75f, true);
        Random random = new Random(most);

        for (int i = 0; i < 20 * most; i++) {
            use(slots, plain, random.nextInt(2 * most), most);
            if (random.nextInt(5) == 0 && !plain.isEmpty()) {
                slots.remove(slots.eldest());
                plain.remove(plain.keySet().iterator().next());
            }
        }

        assertThat(hashes(slots)).isEqualTo(new ArrayList<>(plain.keySet()));
        assertThat(slots.size()).isEqualTo(plain.size());
        for (long owner = 0; owner < 2L * most; owner++) {
            assertThat(slots.find(owner)).isEqualTo(find(plain, owner));
        }
    }

    private static void use(OwnerSlots slots, Map<Long, Integer> plain, long owner, int most) {
        int slot = slots.find(owner);
        if (slot != OwnerSlots.NONE) {
            assertThat(plain.get(owner)).isEqualTo(slot);
            slots.use(slot);
            return;
        }
        if (plain.size() == most) {
            plain.remove(plain.keySet().iterator().next());
        }
        plain.put(owner, slots.claim(owner));
    }

    /** Without using it, as {@code get} would. */
    private static int find(Map<Long, Integer> plain, long owner) {
        return plain.containsKey(owner) ? new ArrayList<>(plain.values()).get(
                new ArrayList<>(plain.keySet()).indexOf(owner)) : OwnerSlots.NONE;
    }

    private static List<Long> hashes(OwnerSlots slots) {
        List<Long> hashes = new ArrayList<>();
        for (int slot = slots.eldest(); slot != OwnerSlots.NONE; slot = slots.after(slot)) {
            hashes.add(slots.hash(slot));
        }
        return hashes;
    }
}
