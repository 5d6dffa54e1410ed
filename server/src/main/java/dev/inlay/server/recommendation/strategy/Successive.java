package dev.inlay.server.recommendation.strategy;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Streams one after the other, each asked for only when those before it have run dry. */
final class Successive<T> implements Iterator<T> {
    private final Iterator<Supplier<Stream<T>>> parts;
    private Iterator<T> current = Collections.emptyIterator();

    private Successive(List<Supplier<Stream<T>>> parts) {
        this.parts = parts.iterator();
    }

    @SafeVarargs
    static <T> Stream<T> of(Supplier<Stream<T>>... parts) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Successive<>(List.of(parts)), Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && parts.hasNext()) {
            current = parts.next().get().iterator();
        }
        return current.hasNext();
    }

    @Override
    public T next() {
        hasNext();
        return current.next();
    }
}
