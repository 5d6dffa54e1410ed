package dev.inlay.server.statistics;

import dev.inlay.db.statistics.RequestClass;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Numbers of loads or clicks by who asked; every class has one. */
public record ByClass(Map<RequestClass, Long> numbers) {
    public ByClass {
        Map<RequestClass, Long> all = new EnumMap<>(RequestClass.class);
        for (RequestClass requestClass : RequestClass.values()) {
            all.put(requestClass, numbers.getOrDefault(requestClass, 0L));
        }
        numbers = Collections.unmodifiableMap(all);
    }

    public long of(RequestClass requestClass) {
        return numbers.get(requestClass);
    }

    /** Of all classes. */
    public long total() {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }
}
