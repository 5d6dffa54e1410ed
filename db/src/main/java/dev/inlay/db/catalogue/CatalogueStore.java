package dev.inlay.db.catalogue;

import dev.inlay.db.Database;
import dev.inlay.db.Revisions;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.catalogue.OfferRows.OfferRow;
import dev.inlay.db.catalogue.PhotoDao.CheckRow;
import dev.inlay.db.catalogue.PhotoDao.PhotoRow;
import dev.inlay.db.catalogue.ProductRows.ProductRow;
import dev.inlay.db.catalogue.Shelf.Standing;
import dev.inlay.db.feed.SourceVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The products of all websites, as revisions: a run writes only what changed, and one update of the website's current
 * run swaps the catalogue. Products that left stay as their last revision, for mails already sent.
 *
 * <p>Kept in memory; own changes show at once, those of other nodes within a second.
 */
public final class CatalogueStore implements AutoCloseable {
    private final Database database;
    private final Holds holds;
    private final OfferLog offers;
    private final Revisions photoRevisions = new Revisions("photo");
    private final Map<Integer, Shelf> shelves = new ConcurrentHashMap<>();
    private final Runnable follow = this::follow;

    public CatalogueStore(Database database) {
        this.database = database;
        database.prepare(List.of(CatalogueDao.class, OfferDao.class, PhotoDao.class));
        offers = new OfferLog(database);
        holds = new Holds(database);
        followStore();
        if (!database.isShared()) {
            holds.releaseAll(shelves.values());
        }
        database.follow(follow);
        Thread.ofVirtual().name("inlay-sweep").start(() -> holds.sweep(shelves.values()));
    }

    /** The catalogue as it stands; answers from memory, also while the store is away. */
    public Catalogue catalogue(int websiteId) {
        return shelf(websiteId).catalogue();
    }

    /** The product as it stands or, if it left, as it was last: reads the store only for one that left. */
    public Optional<Product> findEver(int websiteId, String productNumber) {
        Shelf shelf = shelf(websiteId);
        return shelf.catalogue().find(productNumber).or(() -> database.read(handle ->
                handle.attach(CatalogueDao.class).findLatest(websiteId, productNumber, shelf.run()))
                .map(StoredProduct::read));
    }

    /**
     * What {@code productNumbers} were offered for before, as far as that ended after {@code since}; at most 180 days
     * are remembered.
     */
    public PastOffers pastOffers(int websiteId, Collection<String> productNumbers, Instant since) {
        return offers.find(websiteId, productNumbers, since);
    }

    /** How many products of {@code source} (a feed's id) stand; answers from memory. */
    public int count(int websiteId, String source) {
        return shelf(websiteId).count(source);
    }

    /** Takes up or replaces one product. Returns whether it is new. */
    public boolean put(int websiteId, Product product) {
        try (Hold hold = holds.take(shelf(websiteId))) {
            return put(hold, product);
        }
    }

    /**
     * Replaces one product that stands by what {@code change} makes of it, while no other run or change is under way;
     * returns what stands then, or empty if there is none. Where {@code change} throws, nothing is stored.
     */
    public Optional<Product> update(int websiteId, String productNumber, UnaryOperator<Product> change) {
        try (Hold hold = holds.take(shelf(websiteId))) {
            Optional<Product> changed = hold.shelf().catalogue().find(productNumber).map(change);
            changed.ifPresent(product -> {
                if (!product.productNumber().equals(productNumber)) {
                    throw new IllegalArgumentException("productNumber must stay '" + productNumber + "' - was '"
                            + product.productNumber() + "'");
                }
                put(hold, product);
            });
            return changed;
        }
    }

    /** Takes one product out; returns whether it stood. */
    public boolean remove(int websiteId, String productNumber) {
        try (Hold hold = holds.take(shelf(websiteId))) {
            boolean stood = hold.shelf().standing().containsKey(productNumber);
            if (stood) {
                hold.swap((dao, writing) -> dao.end(websiteId, List.of(productNumber), hold.run()));
            }
            return stood;
        }
    }

    /**
     * Begins a run that will replace all products of {@code source} (a feed's id). Only one run or change of a website
     * is under way at a time: waits for the other.
     *
     * @throws dev.inlay.db.StoreException.Busy if the other takes longer than 30 seconds
     */
    public StagedRun begin(int websiteId, String source) {
        return new RevisionRun(holds.take(shelf(websiteId)), source);
    }

    /** Photos that have to be fetched: known by an {@code imgUrl} of the catalogue and not yet ready or failed. */
    public List<Photo> pendingPhotos(int websiteId, int limit) {
        return database.read(handle -> handle.attach(PhotoDao.class).findPending(websiteId, limit)).stream()
                .map(PhotoRow::photo).toList();
    }

    /**
     * Takes up to {@code limit} ready photos that were asked for last at or before {@code due}, longest ago first, to
     * ask for them again: they count as asked for at {@code now}, and nobody else is given them before they are due
     * once more.
     */
    public List<KnownPhoto> claimPhotos(int websiteId, Instant due, Instant now, int limit) {
        List<CheckRow> rows = database.read(handle ->
                handle.attach(PhotoDao.class).findDue(websiteId, due.toEpochMilli(), limit));
        if (rows.isEmpty()) {
            return List.of();
        }
        int[] claimed = database.writes().write(new Entry<>(Lane.BULK, "photo", rows.getFirst().url(), writing ->
                writing.handle().attach(PhotoDao.class).claim(websiteId, rows, now.toEpochMilli())));
        return IntStream.range(0, claimed.length).filter(row -> claimed[row] > 0)
                .mapToObj(row -> rows.get(row).known()).toList();
    }

    /** As {@link #update(int, Photo, SourceVersion)}, where no server named a version. */
    public void update(int websiteId, Photo photo) {
        update(websiteId, photo, SourceVersion.NONE);
    }

    /** Remembers how fetching {@code photo} ended, just now, and how its server names the version. */
    public void update(int websiteId, Photo photo, SourceVersion version) {
        long revision = database.writes().write(new Entry<>(Lane.LIVE, "photo", photo.url(), writing -> {
            PhotoDao dao = writing.handle().attach(PhotoDao.class);
            PhotoRow row = PhotoRow.of(websiteId, photo, writing.seen());
            if (dao.update(row, version.etag(), version.lastModified(), writing.now()) == 0) {
                dao.insert(List.of(row));
            }
            return photoRevisions.raise(writing.handle(), websiteId);
        }));
        Shelf shelf = shelf(websiteId);
        synchronized (shelf) {
            // Shelf.followPhotos, which may have read the row before this change, ends before or begins after.
            shelf.photos().put(photo.url(), photo);
            photoRevisions.noteOwn(websiteId, revision);
        }
    }

    @Override
    public void close() {
        database.unfollow(follow);
        holds.close();
    }

    private static boolean put(Hold hold, Product product) {
        Standing standing = hold.shelf().standing().get(product.productNumber());
        ProductRow row = ProductRow.of(hold.shelf().websiteId(), product, hold.run(),
                standing == null ? ProductRow.API : standing.source());
        if (hold.shelf().isNewPhoto(product.imgUrl())) {
            hold.addPhotos(List.of(Photo.pending(product.imgUrl())));
        }
        if (standing == null || !standing.isSame(row)) {
            List<String> superseded = standing == null ? List.of() : List.of(row.productNumber());
            List<OfferRow> replaced = hold.replacedBy(List.of(row));
            Arrivals arrivals = hold.arrivals(List.of(row));
            hold.swap((dao, writing) -> {
                hold.insert(dao, superseded, arrivals.dated(List.of(row), Instant.ofEpochMilli(writing.now())));
                hold.note(writing, replaced);
            });
        }
        return standing == null;
    }

    private Shelf shelf(int websiteId) {
        return shelves.computeIfAbsent(websiteId, Shelf::new);
    }

    private void follow() {
        followStore();
        holds.renew();
    }

    private void followStore() {
        database.read(handle -> {
            handle.attach(CatalogueDao.class).findCurrentRuns()
                    .forEach((websiteId, run) -> shelf(websiteId).follow(handle, run));
            Map<Integer, Long> changed = photoRevisions.changed(handle);
            changed.keySet().forEach(websiteId -> shelf(websiteId).followPhotos(handle));
            photoRevisions.note(changed);
            return null;
        });
    }
}
