package dev.inlay.server.bench;

import java.util.Collection;
import java.util.List;

/** Figures of several rounds, sorted. */
record Spread(List<Double> figures) {
    static Spread of(Collection<Double> figures) {
        return new Spread(figures.stream().sorted().toList());
    }

    double median() {
        int middle = figures.size() / 2;
        return figures.size() % 2 == 1 ? figures.get(middle) : (figures.get(middle - 1) + figures.get(middle)) / 2;
    }

    /** What {@code share} of the figures do not exceed. */
    double percentile(double share) {
        return figures.get((int) Math.ceil(share * figures.size()) - 1);
    }

    /** The median, and the range without the lowest and highest tenth; of ten figures or fewer the whole range. */
    String line(String name, String unit) {
        int tenth = (figures.size() - 1) / 10;
        return "  %-34s %10.2f   %8.2f .. %-8.2f %s".formatted(name, median(), figures.get(tenth),
                figures.get(figures.size() - 1 - tenth), unit);
    }

    /** The median and the whole range, for a table. */
    String cell() {
        String figure = median() < 100 ? "%.2f" : "%,.0f";
        return (figure + " (" + figure + "-" + figure + ")").formatted(median(), figures.getFirst(),
                figures.getLast());
    }
}
