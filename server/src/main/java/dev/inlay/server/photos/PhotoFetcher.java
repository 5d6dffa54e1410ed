package dev.inlay.server.photos;

import dev.inlay.db.StoreException;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.templates.photo.PhotoDecoder;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Fetches the photos of all catalogues in the background, four at once, so that a picture in a mail never waits for a
 * shop. What failed is tried again, see {@link Retries} and {@link #retry}.
 */
public final class PhotoFetcher implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final int BATCH = 40;
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LEAVE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(PhotoFetcher.class.getName());

    private final WebsiteStore websites;
    private final CatalogueStore catalogues;
    private final PhotoStore store;
    private final PhotoFetch fetch;
    private final Retries retries;
    private final LostPhotos lost = new LostPhotos();
    private final Semaphore calls = new Semaphore(0);
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    private final Thread loop = Thread.ofVirtual().name("photo-fetcher").unstarted(this::loop);
    private volatile boolean closed;

    /** Takes {@code decoder} over and closes it at the end. */
    public PhotoFetcher(WebsiteStore websites, CatalogueStore catalogues, SafeFetcher fetcher, PhotoDecoder decoder,
            PhotoStore store, InstantSource time) {
        this.websites = websites;
        this.catalogues = catalogues;
        this.store = store;
        this.fetch = new PhotoFetch(fetcher, decoder, store);
        this.retries = new Retries(time);
    }

    /** Begins; what earlier lives of the process left pending is fetched first. */
    public void start() {
        loop.start();
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

    /** Stops within two seconds; what was under way stays pending. */
    @Override
    public void close() {
        closed = true;
        loop.interrupt();
        workers.shutdownNow();
        fetch.close();
        try {
            workers.awaitTermination(LEAVE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        atOnce(batch, this::replace);
        return batch.size() == BATCH;
    }

    private boolean fetchBatch(int websiteId) throws InterruptedException {
        List<Photo> pending = pending(websiteId, BATCH);
        atOnce(pending, photo -> fetch(websiteId, photo.url()));
        return pending.size() == BATCH;
    }

    /** Ends when all of {@code batch} are done, with the first failure if there were any. */
    private <T> void atOnce(List<T> batch, Consumer<T> task) throws InterruptedException {
        List<Future<Void>> ended = workers.invokeAll(batch.stream().<Callable<Void>>map(item -> () -> {
            task.accept(item);
            return null;
        }).toList());
        for (Future<Void> end : ended) {
            try {
                end.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
    }

    private void fetch(int websiteId, String url) {
        Photo photo = fetch.fetch(url);
        if (closed) {
            return;
        }
        Retries.Key key = new Retries.Key(websiteId, url);
        if (photo.state() == Photo.State.READY) {
            retries.succeeded(key);
        } else {
            retries.failed(key);
        }
        catalogues.update(websiteId, photo);
    }

    /** The photo of {@code key} stands already: what does not replace it changes nothing. */
    private void replace(Retries.Key key) {
        Photo photo = fetch.fetch(key.url());
        if (!closed && photo.state() == Photo.State.READY) {
            catalogues.update(key.websiteId(), photo);
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
