package dev.inlay.db.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MergedListTest {
    @Test
    void isWhatSortingAnewWouldGive() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Integer> base = numbers(random, random.nextInt(40));
            List<Integer> gone = base.stream().filter(number -> random.nextInt(3) == 0).toList();
            List<Integer> added = numbers(random, random.nextInt(10)).stream()
                    .filter(number -> !base.contains(number) || gone.contains(number)).toList();
            Set<Integer> all = new TreeSet<>(base);
            all.removeAll(gone);
            all.addAll(added);

            assertEquals(new ArrayList<>(all), new MergedList<>(base, gone, added, Comparator.<Integer>naturalOrder()));
        }
    }

    private static List<Integer> numbers(Random random, int count) {
        return random.ints(count, 0, 60).distinct().sorted().boxed().toList();
    }
}
