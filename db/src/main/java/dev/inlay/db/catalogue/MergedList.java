package dev.inlay.db.catalogue;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;

/** A long sorted list, in which a few entries are gone and a few others are put, without being copied. */
final class MergedList<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> base;
    /** Places in {@code base}, ascending. */
    private final int[] gone;
    private final List<T> added;
    /** Places of {@code added} in this list, ascending. */
    private final int[] places;

    /** All lists are sorted by {@code comparator}; {@code gone} are entries of {@code base}. */
    MergedList(List<T> base, List<T> gone, List<T> added, Comparator<? super T> comparator) {
        this.base = base;
        this.gone = gone.stream().mapToInt(entry -> Collections.binarySearch(base, entry, comparator)).sorted()
                .toArray();
        this.added = added;
        this.places = new int[added.size()];
        for (int i = 0; i < places.length; i++) {
            int place = insertion(Collections.binarySearch(base, added.get(i), comparator));
            places[i] = place - insertion(Arrays.binarySearch(this.gone, place)) + i;
        }
    }

    @Override
    public T get(int index) {
        int found = Arrays.binarySearch(places, index);
        if (found >= 0) {
            return added.get(found);
        }
        int remaining = index - insertion(found);
        return base.get(remaining + goneBefore(remaining));
    }

    @Override
    public int size() {
        return base.size() - gone.length + added.size();
    }

    /** How many are gone before that entry of {@code base} which is {@code remaining}-th among those that are left. */
    private int goneBefore(int remaining) {
        int from = 0;
        int to = gone.length;
        while (from < to) {
            int middle = (from + to) / 2;
            if (gone[middle] - middle <= remaining) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static int insertion(int found) {
        return found >= 0 ? found : -found - 1;
    }
}
