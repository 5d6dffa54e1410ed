package dev.inlay.server.activity;

import dev.inlay.db.StoreException;
import dev.inlay.db.activity.ActivityImport;
import dev.inlay.db.activity.ActivityImport.Outcome;
import dev.inlay.db.activity.PastEvent;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.InvalidParameterException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Brings the lines of one request into the store, batch by batch: no more than one batch is in memory. A store that is
 * busy or away is waited for; the lines after the last batch that was stored are lost when it stays so.
 */
final class ImportRun {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final int websiteId;
    private final Instant keptSince;
    private final ActivityImport store;
    private final CatalogueStore catalogues;
    private final LineParser parser;
    private final Duration patience;
    private final ImportReport report;
    private final List<PastEvent> batch = new ArrayList<>();
    private long lastRead;
    private long lastStored;

    /** Passes over what {@code website} does not keep; waits for the store for {@code patience}, each time anew. */
    ImportRun(Website website, ActivityImport store, CatalogueStore catalogues, LineParser parser, Instant now,
            Duration patience) {
        this.websiteId = website.id();
        this.keptSince = website.settings().keptSince(now);
        this.report = new ImportReport(website.settings().retentionDays());
        this.store = store;
        this.catalogues = catalogues;
        this.parser = parser;
        this.patience = patience;
    }

    /**
     * Reads {@code lines} to their end and stores them.
     *
     * @throws IOException if they cannot be read to their end; those before are stored
     * @throws StoreException if the store did not take them
     */
    void run(ImportLines lines) throws IOException {
        try {
            for (Optional<ImportLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                take(line.get());
                if (batch.size() >= store.batchSize()) {
                    storeBatch();
                }
            }
        } catch (IOException e) {
            storeBatch();
            throw e;
        }
        storeBatch();
    }

    ImportReport report() {
        return report;
    }

    /** The last line that is safely in, with all before it. */
    long lastStored() {
        return lastStored;
    }

    private void take(ImportLines.Line line) {
        report.line();
        lastRead = line.number();
        if (line.tooLong()) {
            report.warning(line.number(), "line must have at most " + ImportLines.MAX_LENGTH + " bytes");
            return;
        }
        try {
            parser.parse(line.bytes()).ifPresentOrElse(event -> take(line, event), report::ignored);
        } catch (InvalidParameterException e) {
            report.warning(line.number(), e.getMessage());
        }
    }

    private void take(ImportLines.Line line, PastEvent event) {
        if (event.time().isBefore(keptSince)) {
            report.old(line.number());
        }
        batch.add(event);
    }

    private void storeBatch() {
        if (!batch.isEmpty()) {
            Catalogue catalogue = catalogues.catalogue(websiteId);
            long unmatched = batch.stream().filter(event -> catalogue.match(event.product()).isEmpty()).count();
            report.stored(storePatiently(List.copyOf(batch)), unmatched);
            batch.clear();
        }
        lastStored = lastRead;
    }

    private Outcome storePatiently(List<PastEvent> events) {
        long end = System.nanoTime() + patience.toNanos();
        for (Duration pause = FIRST_PAUSE; ; pause = doubled(pause)) {
            try {
                return store.add(websiteId, events);
            } catch (StoreException.Busy | StoreException.Unknown e) {
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    private static Duration doubled(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    }
}
