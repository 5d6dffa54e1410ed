package dev.inlay.server.statistics;

import dev.inlay.db.campaign.Arm;
import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.newsletter.Audience;
import dev.inlay.server.newsletter.NeutralReason;
import dev.inlay.server.newsletter.TileVisit.TileLetter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What was counted since the last time.
 *
 * @param arms loads of locks that are compared
 * @param unnamed loads that name nobody
 * @param openings loads that name somebody, by letter: what is known of them is still to be asked
 * @param letters of which it is asked later whose they are
 * @param suspects clicks of this or an earlier time that were none of a person
 * @param waiting who wants to know that all of it is stored
 */
record Counted(Map<Shown, Long> shown, Map<Neutral, Long> neutral, Map<Compared, Long> arms,
        Map<For, Long> unnamed, Map<Opening, Long> openings, Map<LetterKey, TileLetter> letters, List<SeenClick> clicks,
        Set<SeenClick> suspects, List<CompletableFuture<Void>> waiting) {
    /** Where a picture was loaded. */
    record Cell(int websiteId, String campaignId, LocalDate day, int slot, RequestClass requestClass) { }

    record Shown(Cell cell, Optional<String> productNumber) { }

    record Neutral(Cell cell, NeutralReason reason) { }

    record Compared(Cell cell, Arm arm) { }

    record For(Cell cell, Audience audience) { }

    record Opening(Cell cell, LetterKey letter) { }

    static Counted nothing() {
        return new Counted(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(),
                new HashMap<>(), new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>());
    }

    /** How much there is to keep in memory. */
    int size() {
        return shown.size() + neutral.size() + arms.size() + unnamed.size() + openings.size() + clicks.size()
                + suspects.size();
    }

    boolean isEmpty() {
        return size() == 0 && waiting.isEmpty();
    }
}
