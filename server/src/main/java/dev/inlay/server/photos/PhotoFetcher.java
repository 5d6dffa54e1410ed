package dev.inlay.server.photos;

import dev.inlay.db.StoreException;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.feed.SourceVersion;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.photos.PhotoFetch.Outcome.Failed;
import dev.inlay.server.photos.PhotoFetch.Outcome.Kept;
import dev.inlay.server.photos.PhotoFetch.Outcome.Unchanged;
import dev.inlay.templates.photo.PhotoDecoder;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Fetches the photos of all catalogues in the background, four at once, so that a picture in a mail never waits for a
 * shop. What failed is tried again, see {@link Retries} and {@link #retry}; what stands is asked for again now and
 * then, see {@link PhotoChecks}.
 */
public final class PhotoFetcher implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final int BATCH = 40;
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(PhotoFetcher.class.getName());

    private final WebsiteStore websites;
    private final CatalogueStore catalogues;
    private final PhotoStore store;
    private final PhotoFetch fetch;
    private final Retries retries;
    private final PhotoChecks checks;
    private final LostPhotos lost = new LostPhotos();
    private final Semaphore calls = new Semaphore(0);
    private final Workers workers = new Workers(AT_ONCE);
    private final Thread loop = Thread.ofVirtual().name("photo-fetcher").unstarted(this::loop);
    private volatile boolean busy;
    private volatile boolean closed;

    /** Takes {@code decoder} over and closes it at the end. */
    public PhotoFetcher(WebsiteStore websites, CatalogueStore catalogues, SafeFetcher fetcher, PhotoDecoder decoder,
            PhotoStore store, InstantSource time) {
        this.websites = websites;
        this.catalogues = catalogues;
        this.store = store;
        this.fetch = new PhotoFetch(fetcher, decoder, store);
        this.retries = new Retries(time);
        this.checks = new PhotoChecks(websites, catalogues, fetch, time, () -> busy);
    }

    /** Begins; what earlier lives of the process left pending is fetched first. */
    public void start() {
        loop.start();
        checks.start();
    }

    /** Looks for pending photos now. */
    public void wake() {
        calls.release();
    }

    /** Tries the failed photos of {@code websiteId} once more: after a run of its feed. */
    public void retry(int websiteId) {
        Catalogue catalogue = catalogues.catalogue(websiteId);
        Set<String> pending = pending(websiteId, Integer.MAX_VALUE).stream().map(Photo::url)
                .collect(Collectors.toSet());
        catalogue.products().stream().filter(product -> catalogue.photo(product).isEmpty()).map(Product::imgUrl)
                .filter(Objects::nonNull).distinct()
                .filter(url -> !pending.contains(url) && retries.mayTry(new Retries.Key(websiteId, url)))
                .forEach(url -> again(websiteId, url));
        wake();
    }

    /**
     * The copy {@code hash} of the photo at {@code url}. If its file is gone, the photo is fetched again in the
     * background and stands as it is meanwhile.
     */
    public Optional<dev.inlay.templates.photo.Photo> find(int websiteId, String url, String hash) {
        Optional<dev.inlay.templates.photo.Photo> found = store.find(hash);
        if (found.isEmpty() && lost.add(new Retries.Key(websiteId, url))) {
            wake();
        }
        return found;
    }

    /** How many photos that stand were asked for again and ended as {@code outcome}, since the start. */
    public long checked(PhotoCheck outcome) {
        return checks.count(outcome);
    }

    /** Stops within a few seconds; what was under way stays pending. */
    @Override
    public void close() {
        closed = true;
        loop.interrupt();
        checks.close();
        fetch.close();
        workers.close();
    }

    private void loop() {
        while (!closed) {
            try {
                calls.drainPermits();
                retries.due().forEach(key -> again(key.websiteId(), key.url()));
                boolean more = fetchLost();
                for (Website website : websites.list()) {
                    more |= fetchBatch(website.id());
                }
                if (!more) {
                    calls.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                pause(e);
            }
        }
    }

    private boolean fetchLost() throws InterruptedException {
        List<Retries.Key> batch = lost.take(BATCH);
        workers.forEach(batch, this::replace);
        return batch.size() == BATCH;
    }

    private boolean fetchBatch(int websiteId) throws InterruptedException {
        List<Photo> pending = pending(websiteId, BATCH);
        busy = !pending.isEmpty();
        workers.forEach(pending, photo -> fetch(websiteId, photo.url()));
        return pending.size() == BATCH;
    }

    private void fetch(int websiteId, String url) {
        PhotoFetch.Outcome outcome = fetch.fetch(url, SourceVersion.NONE);
        if (closed) {
            return;
        }
        Retries.Key key = new Retries.Key(websiteId, url);
        switch (outcome) {
            case Kept kept -> {
                retries.succeeded(key);
                keep(key, kept);
            }
            case Unchanged() -> fail(key, "the server answered with status 304");
            case Failed(String reason) -> fail(key, reason);
        }
    }

    private void keep(Retries.Key key, Kept kept) {
        catalogues.update(key.websiteId(), new Photo(key.url(), Photo.State.READY, kept.hash(), ""), kept.version());
    }

    private void fail(Retries.Key key, String reason) {
        retries.failed(key);
        catalogues.update(key.websiteId(), new Photo(key.url(), Photo.State.FAILED, "", reason));
    }

    /** The photo of {@code key} stands already: what does not replace it changes nothing. */
    private void replace(Retries.Key key) {
        if (fetch.fetch(key.url(), SourceVersion.NONE) instanceof Kept kept && !closed) {
            keep(key, kept);
        }
    }

    private List<Photo> pending(int websiteId, int limit) {
        return catalogues.pendingPhotos(websiteId, limit);
    }

    private void again(int websiteId, String url) {
        catalogues.update(websiteId, new Photo(url, Photo.State.PENDING, "", ""));
    }

    private void pause(RuntimeException e) {
        if (!closed) {
            String why = e instanceof StoreException ? e.getMessage() : e.getClass().getName();
            LOG.log(Level.WARNING, "Photos wait: {0}", why);
        }
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
