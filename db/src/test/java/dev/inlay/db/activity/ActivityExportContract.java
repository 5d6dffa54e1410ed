package dev.inlay.db.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.StoreContract;
import dev.inlay.db.activity.ActivityExport.Line;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an export of activity promises on every database. */
abstract class ActivityExportContract extends StoreContract {
    private static final Instant MAY = Instant.parse("2026-05-01T12:00:00Z");
    private static final TrackingUserId PHONE = new TrackingUserId("0123456789abcdef00000001");
    private static final CustomerId ANNA = new CustomerId("anna-1", false);
    private static final CustomerId BEN = new CustomerId("ben-2", false);

    @Test
    void pagesHoldEverythingOnceAndOldestFirst() {
        List<PastEvent> past = IntStream.range(0, 40).mapToObj(number -> event(Owner.of(PHONE),
                number % 3 == 0 ? EventType.PURCHASE : EventType.VIEW, "p" + number, MAY.plusSeconds(number / 2)))
                .toList();
        new ActivityImport(database()).add(shop, past.reversed());

        List<Line> lines = pages(7, ActivityExport.before(MAY));

        assertEquals(IntStream.range(0, 40).mapToObj(number -> "p" + number).collect(Collectors.toSet()),
                lines.stream().map(ActivityExportContract::product).collect(Collectors.toSet()));
        assertEquals(40, lines.size());
        List<Instant> times = lines.stream().map(line -> line.event().time()).toList();
        assertEquals(times.stream().sorted().toList(), times);
        List<Line> purchases = lines.stream().filter(line -> line.event().type() == EventType.PURCHASE).toList();
        assertEquals(14, purchases.size());
        assertTrue(purchases.stream().allMatch(line -> line.orderNumber().isPresent()));
    }

    @Test
    void lineTellsWhomATrackingUserBelongsToNow() {
        new ActivityImport(database()).add(shop, List.of(event(Owner.of(PHONE), EventType.VIEW, "stove", MAY),
                event(Owner.of(BEN), EventType.VIEW, "tent", MAY.plusSeconds(1))));
        new IdentityStore(database()).associate(shop, PHONE,
                new Association(Optional.of(ANNA), List.of(), Source.BROWSER));

        List<Line> lines = pages(10, ActivityExport.before(MAY));

        assertEquals(List.of(Owner.of(PHONE), Owner.of(BEN)),
                lines.stream().map(line -> line.event().owner()).toList());
        assertEquals(List.of(Optional.of(ANNA), Optional.empty()), lines.stream().map(Line::customer).toList());
    }

    @Test
    void viewWithoutProductIsNotTold() {
        new ActivityStore(database(), new IdentityStore(database()))
                .recordView(shop, Owner.of(PHONE), ProductReference.NONE);

        assertEquals(List.of(), pages(10, new Position(0, 0)));
    }

    @Test
    void readingBeginsWhereItIsAskedTo() {
        new ActivityImport(database()).add(shop, List.of(event(Owner.of(PHONE), EventType.VIEW, "old", MAY),
                event(Owner.of(PHONE), EventType.VIEW, "new", MAY.plus(Duration.ofDays(9)))));

        assertEquals(List.of("new"), pages(10, ActivityExport.before(MAY.plus(Duration.ofDays(9)))).stream()
                .map(ActivityExportContract::product).toList());
    }

    private List<Line> pages(int size, Position begin) {
        ActivityExport export = new ActivityExport(database());
        List<Line> lines = new ArrayList<>();
        for (List<Line> page = export.after(shop, begin, size); !page.isEmpty();
                page = export.after(shop, lines.getLast().position(), size)) {
            lines.addAll(page);
        }
        return lines;
    }

    private static String product(Line line) {
        return line.event().product().productNumber().orElseThrow();
    }

    private static PastEvent event(Owner owner, EventType type, String product, Instant time) {
        return new PastEvent(owner, type, ProductReference.ofNumber(product), time, Optional.empty(),
                Optional.empty());
    }
}
