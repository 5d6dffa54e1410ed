package dev.inlay.server.statistics;

import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.statistics.Click;
import dev.inlay.db.statistics.FindingCount;
import dev.inlay.db.statistics.FindingCount.Kind;
import dev.inlay.db.statistics.PictureCount;
import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.newsletter.Audience;
import dev.inlay.server.statistics.Counted.Cell;
import dev.inlay.server.statistics.Counted.For;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes rows of what was counted; asks the store whose letters they are, and which clicks were a first sight. */
final class CountedRows {
    private static final Duration TOO_EARLY = Duration.ofSeconds(5);

    /** What is to be stored of one website. */
    record Rows(List<PictureCount> pictures, List<FindingCount> findings, List<Click> clicks,
            List<Click.Key> suspects) {
        private static Rows none() {
            return new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final String nobody;
    private final Audiences audiences;
    private final LockHistory locks;
    private final Suspicion suspicion;

    /** @param nobody the recipient of mails that name nobody */
    CountedRows(String nobody, Audiences audiences, LockHistory locks, Suspicion suspicion) {
        this.nobody = nobody;
        this.audiences = audiences;
        this.locks = locks;
        this.suspicion = suspicion;
    }

    /**
     * The rows of each website.
     *
     * @throws dev.inlay.db.StoreException if the store does not answer
     */
    Map<Integer, Rows> of(Counted counted) {
        Map<Integer, Rows> rows = new TreeMap<>();
        counted.shown().forEach((shown, loads) -> {
            Cell cell = shown.cell();
            rows(rows, cell.websiteId()).pictures().add(new PictureCount(cell.campaignId(), cell.day(), cell.slot(),
                    shown.productNumber(), cell.requestClass(), loads));
        });
        counted.neutral().forEach((neutral, loads) ->
                addFinding(rows, neutral.cell(), Kind.NEUTRAL, neutral.reason().name(), loads));
        counted.arms().forEach((compared, loads) ->
                addFinding(rows, compared.cell(), Kind.ARM, compared.arm().name(), loads));
        audiences(counted).forEach((found, loads) ->
                addFinding(rows, found.cell(), Kind.AUDIENCE, found.audience().name(), loads));
        counted.clicks().forEach(click ->
                rows(rows, click.letter().websiteId()).clicks().add(click(click, counted)));
        counted.suspects().forEach(click -> rows(rows, click.letter().websiteId()).suspects().add(click.key()));
        return rows;
    }

    private Map<For, Long> audiences(Counted counted) {
        Map<For, Long> found = new HashMap<>(counted.unnamed());
        counted.openings().forEach((opening, loads) -> {
            Audience audience = audience(opening.letter(), counted);
            if (audience != Audience.KNOWN) {
                found.merge(new For(opening.cell(), audience), loads, Long::sum);
            }
        });
        return found;
    }

    private Click click(SeenClick click, Counted counted) {
        RequestClass requestClass = isTooEarly(click) ? RequestClass.SUSPECT : click.requestClass();
        Audience audience = click.unnamed().orElseGet(() -> audience(click.letter(), counted));
        return click.click(requestClass, audience.name(), recipient(click, counted));
    }

    /** Who clicked, as rows may tell: of those who did not agree only that somebody did. */
    private String recipient(SeenClick click, Counted counted) {
        boolean mayBeTold = click.unnamed().isPresent()
                || counted.letters().get(click.letter()).mayBeFollowed().getAsBoolean();
        return mayBeTold ? click.letter().recipient() : nobody;
    }

    /**
     * Whether the letter was first seen within the five seconds before, and no picture of it. Its first sight was when
     * it was locked: a letter that was locked earlier was opened before, if perhaps on another node.
     */
    private boolean isTooEarly(SeenClick click) {
        if (click.requestClass() != RequestClass.PERSON || suspicion.hasSeenPicture(click)
                || click.unnamed().isPresent()) {
            return false;
        }
        LetterKey letter = click.letter();
        Instant at = click.at();
        return locks.isLocked(letter.websiteId(), letter.campaignId(), letter.recipientBytes(),
                at.minus(TOO_EARLY), at);
    }

    private Audience audience(LetterKey letter, Counted counted) {
        return audiences.of(letter, counted.letters().get(letter).audience());
    }

    private static void addFinding(Map<Integer, Rows> rows, Cell cell, Kind kind, String finding, long loads) {
        rows(rows, cell.websiteId()).findings().add(new FindingCount(cell.campaignId(), cell.day(), cell.slot(),
                cell.requestClass(), kind, finding, loads));
    }

    private static Rows rows(Map<Integer, Rows> rows, int websiteId) {
        return rows.computeIfAbsent(websiteId, ignored -> Rows.none());
    }
}
