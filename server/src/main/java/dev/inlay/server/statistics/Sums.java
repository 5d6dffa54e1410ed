package dev.inlay.server.statistics;

import dev.inlay.db.statistics.RequestClass;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Numbers by a key and by class, as the store has summed them up. */
final class Sums<K> {
    private static final ByClass NONE = new ByClass(Map.of());

    private final Map<K, Map<RequestClass, Long>> sums = new HashMap<>();

    static <T, K> Sums<K> of(List<T> counts, Function<T, K> key, Function<T, RequestClass> requestClass,
            ToLongFunction<T> number) {
        Sums<K> sums = new Sums<>();
        counts.forEach(count -> sums.sums.computeIfAbsent(key.apply(count), ignored -> new EnumMap<>(RequestClass.class))
                .merge(requestClass.apply(count), number.applyAsLong(count), Long::sum));
        return sums;
    }

    Set<K> keys() {
        return sums.keySet();
    }

    ByClass of(K key) {
        return sums.containsKey(key) ? new ByClass(sums.get(key)) : NONE;
    }

    ByClass total() {
        Map<RequestClass, Long> total = new EnumMap<>(RequestClass.class);
        sums.values().forEach(numbers ->
                numbers.forEach((requestClass, number) -> total.merge(requestClass, number, Long::sum)));
        return new ByClass(total);
    }
}
