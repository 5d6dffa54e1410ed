package dev.inlay.server.recommendation;

import dev.inlay.db.catalogue.Product;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Merges the products of several kinds in one order, and leaves a whole kind once one of it is not wanted. */
final class KindsInTurn {
    /** A kind whose first product is the next of it. */
    private record Row(Product first, Iterator<Product> others) { }

    private final PriorityQueue<Row> rows;
    private final Predicate<Product> open;

    private KindsInTurn(Comparator<Product> order, Predicate<Product> open) {
        this.rows = new PriorityQueue<>(Comparator.comparing(Row::first, order));
        this.open = open;
    }

    /** Each of {@code kinds} in {@code order}; that is total, so that the order of the kinds does not matter. */
    static Stream<Product> stream(Collection<List<Product>> kinds, Comparator<Product> order, Predicate<Product> open) {
        KindsInTurn turns = new KindsInTurn(order, open);
        kinds.forEach(kind -> turns.add(kind.iterator()));
        return Stream.generate(turns::next).takeWhile(Optional::isPresent).map(Optional::orElseThrow);
    }

    private void add(Iterator<Product> kind) {
        if (kind.hasNext()) {
            rows.add(new Row(kind.next(), kind));
        }
    }

    /** Empty at the end. */
    private Optional<Product> next() {
        while (!rows.isEmpty()) {
            Row row = rows.remove();
            if (open.test(row.first())) {
                add(row.others());
                return Optional.of(row.first());
            }
        }
        return Optional.empty();
    }
}
