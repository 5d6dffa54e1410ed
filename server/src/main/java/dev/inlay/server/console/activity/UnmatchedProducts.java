package dev.inlay.server.console.activity;

import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Position;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.activity.TimelineEntry;
import dev.inlay.db.catalogue.Catalogue;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Products that the shop names and the catalogue does not know, or knows several of, the most frequent first.
 *
 * @param lines at most {@value #LINES}
 * @param more how many further ones there are
 * @param back since when events were looked through, which is later than asked for where there are very many
 */
record UnmatchedProducts(List<Line> lines, int more, Instant back) {
    private static final int LINES = 50;
    private static final int PAGE = 5_000;
    private static final int PAGES = 4;

    /** One product as the shop names it: how often, and the newest example. */
    record Line(TimelineEntry example, long count) {
        ProductReference reference() {
            return example.event().product();
        }

        private Line plus(Line older) {
            return new Line(example, count + older.count);
        }
    }

    static UnmatchedProducts read(ActivityStore activities, Catalogue catalogue, int websiteId, Instant since) {
        Map<ProductReference, Boolean> matched = new HashMap<>();
        Map<String, Line> lines = new HashMap<>();
        Position before = Position.NEWEST;
        Instant back = since;
        for (int page = 0; page < PAGES; page++) {
            List<TimelineEntry> entries = activities.latest(websiteId, before, PAGE);
            entries.stream().filter(entry -> !entry.event().time().isBefore(since) && entry.counted())
                    .filter(entry -> !matched.computeIfAbsent(entry.event().product(),
                            product -> product.isEmpty() || catalogue.match(product).isPresent()))
                    .forEach(entry -> lines.merge(name(entry.event().product()), new Line(entry, 1), Line::plus));
            if (entries.size() < PAGE || entries.getLast().event().time().isBefore(since)) {
                return of(lines, since);
            }
            before = entries.getLast().position();
            back = entries.getLast().event().time();
        }
        return of(lines, back);
    }

    private static UnmatchedProducts of(Map<String, Line> lines, Instant back) {
        List<Line> shown = lines.values().stream().sorted(Comparator.comparingLong(Line::count).reversed()
                .thenComparing(line -> name(line.reference()))).limit(LINES).toList();
        return new UnmatchedProducts(shown, lines.size() - shown.size(), back);
    }

    /** What events about one product have in common: its number, else its URL without what follows the path. */
    private static String name(ProductReference product) {
        Optional<String> page = product.url().map(url -> url.split("[?#]", 2)[0]);
        return product.productNumber().map("number "::concat).or(() -> page.map("page "::concat)).orElse("");
    }
}
