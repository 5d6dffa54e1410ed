package dev.inlay.db.catalogue;

import dev.inlay.db.Database;
import dev.inlay.db.StoreException;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Work;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.catalogue.OfferRows.OfferRow;
import dev.inlay.db.catalogue.ProductRows.ProductRow;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The right of one run or change to alter a website's catalogue, on all nodes: a lease in the store that lapses when
 * its node dies. What a dead run left behind is swept before anything is altered.
 */
final class Hold implements AutoCloseable {
    /** The most rows that one transaction writes. */
    static final int BATCH = 200;

    /** How long the right lasts without being renewed. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final System.Logger LOG = System.getLogger(Hold.class.getName());

    private final Database database;
    private final OfferLog offers;
    private final Shelf shelf;
    private final Consumer<Hold> onClose;
    private final String holder = UUID.randomUUID().toString();
    private final int websiteId;
    private long current;
    private boolean released;
    private volatile long renewed = System.nanoTime();

    Hold(Database database, Shelf shelf, Consumer<Hold> onClose) {
        this.database = database;
        this.offers = new OfferLog(database);
        this.shelf = shelf;
        this.onClose = onClose;
        websiteId = shelf.websiteId();
    }

    Shelf shelf() {
        return shelf;
    }

    /** The number of the run that this change makes. */
    long run() {
        return current + 1;
    }

    /** Takes the right, unless another node has it. */
    boolean take() {
        boolean taken = write(Lane.LIVE, writing -> {
            CatalogueDao dao = writing.handle().attach(CatalogueDao.class);
            dao.insertCatalogue(websiteId);
            return dao.hold(websiteId, holder, writing.now() + LEASE.toMillis(), writing.now()) == 1;
        });
        if (taken) {
            sweep();
            database.read(handle -> shelf.follow(handle, current));
        }
        return taken;
    }

    /** Writes a batch of at most {@link #BATCH} rows, while the right lasts. */
    void write(Consumer<CatalogueDao> batch) {
        write((dao, writing) -> batch.accept(dao));
    }

    /** As {@link #write(Consumer)}, where more than the revisions is written. */
    void write(BiConsumer<CatalogueDao, Writing> batch) {
        write(Lane.BULK, writing -> {
            CatalogueDao dao = writing.handle().attach(CatalogueDao.class);
            keep(dao, writing.now());
            batch.accept(dao, writing);
            return null;
        });
    }

    /** Writes revisions that begin with {@link #run()}, in place of those of {@code standing}. */
    void insert(CatalogueDao dao, List<String> standing, List<ProductRow> rows) {
        dao.deleteEnded(websiteId, standing, current);
        dao.end(websiteId, standing, run());
        dao.insert(rows);
    }

    /** What is to be noted of what {@code rows} take the place of. */
    List<OfferRow> replacedBy(List<ProductRow> rows) {
        return offers.replacedBy(rows, shelf, current);
    }

    /** When {@code rows} came. */
    Arrivals arrivals(List<ProductRow> rows) {
        return database.read(handle -> Arrivals.of(rows, shelf, current, handle.attach(CatalogueDao.class)));
    }

    /** Notes {@code replaced}. */
    void note(Writing writing, List<OfferRow> replaced) {
        writing.handle().attach(OfferDao.class).insert(replaced, writing.now());
    }

    /** Writes a last batch, makes {@link #run()} stand and gives the right back, all at once. */
    void swap(BiConsumer<CatalogueDao, Writing> batch) {
        write(Lane.BULK, writing -> {
            CatalogueDao dao = writing.handle().attach(CatalogueDao.class);
            batch.accept(dao, writing);
            if (dao.swap(websiteId, holder, run()) == 0) {
                throw lost();
            }
            return null;
        });
        current = run();
        released = true;
    }

    /** Notes photos that are named for the first time. */
    void addPhotos(List<Photo> photos) {
        write(Lane.BULK, writing -> writing.handle().attach(PhotoDao.class).insert(photos.stream()
                .map(photo -> PhotoDao.PhotoRow.of(websiteId, photo, writing.seen())).toList()));
        photos.forEach(photo -> shelf.photos().putIfAbsent(photo.url(), photo));
    }

    /** Renews the right, if that is {@code due} ago, while its run waits for its feed; returns whether it is held. */
    boolean renew(Duration due) {
        return System.nanoTime() - renewed < due.toNanos()
                || write(Lane.BULK, writing -> isKept(writing.handle().attach(CatalogueDao.class), writing.now()));
    }

    /** Whether no run left anything behind. */
    boolean isSwept() {
        return database.read(handle -> {
            CatalogueDao dao = handle.attach(CatalogueDao.class);
            long run = dao.findCurrentRun(websiteId).orElse(0L);
            return dao.findStaged(websiteId, run, 1).isEmpty() && dao.findToBeEnded(websiteId, run, 1).isEmpty();
        });
    }

    /** Takes away every trace of runs that were never swapped. */
    void sweep() {
        current = database.read(handle ->
                handle.attach(CatalogueDao.class).findCurrentRun(websiteId)).orElseThrow();
        sweep(dao -> dao.findStaged(websiteId, current, BATCH), (writing, numbers) -> {
            writing.handle().attach(OfferDao.class).deleteStaged(websiteId, numbers, current);
            writing.handle().attach(CatalogueDao.class).deleteStaged(websiteId, numbers, current);
        });
        sweep(dao -> dao.findToBeEnded(websiteId, current, BATCH), (writing, numbers) ->
                writing.handle().attach(CatalogueDao.class).keepOn(websiteId, numbers, current));
    }

    /** Gives the right back; what was not swapped leaves no trace. */
    @Override
    public void close() {
        try {
            if (!released) {
                sweep();
                write(Lane.LIVE, writing -> writing.handle().attach(CatalogueDao.class).release(websiteId, holder));
            }
            database.read(handle -> shelf.follow(handle, current));
        } catch (StoreException away) {
            LOG.log(Level.WARNING, "A change of a catalogue ends when the store is back: {0}", away.getMessage());
        } finally {
            onClose.accept(this);
        }
    }

    private void sweep(Function<CatalogueDao, List<String>> find,
            BiConsumer<Writing, List<String>> work) {
        for (List<String> found = find(find); !found.isEmpty(); found = find(find)) {
            List<String> numbers = found;
            write((dao, writing) -> work.accept(writing, numbers));
        }
    }

    private List<String> find(Function<CatalogueDao, List<String>> find) {
        return database.read(handle -> find.apply(handle.attach(CatalogueDao.class)));
    }

    private <T> T write(Lane lane, Work<T> work) {
        return database.writes().write(new Entry<>(lane, "catalogue", String.valueOf(websiteId), work), PATIENCE);
    }

    private void keep(CatalogueDao dao, long now) {
        if (!isKept(dao, now)) {
            throw lost();
        }
    }

    private boolean isKept(CatalogueDao dao, long now) {
        boolean kept = dao.keepHold(websiteId, holder, now + LEASE.toMillis()) == 1;
        if (kept) {
            renewed = System.nanoTime();
        }
        return kept;
    }

    private static StoreException lost() {
        return new StoreException.Busy("another run took over the catalogue");
    }
}
