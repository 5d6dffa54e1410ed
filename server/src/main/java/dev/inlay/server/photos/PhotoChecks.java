package dev.inlay.server.photos;

import dev.inlay.db.StoreException;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.KnownPhoto;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.photos.PhotoFetch.Outcome.Failed;
import dev.inlay.server.photos.PhotoFetch.Outcome.Kept;
import dev.inlay.server.photos.PhotoFetch.Outcome.Unchanged;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks for photos that stand again, since a shop may put another one under the same URL: each at most once a day, while
 * a product of the catalogue names it. A photo that cannot be had any more stays as it is.
 *
 * <p>A shop is asked for one photo at a time, and a slow one is left alone until its photos are due once more. New
 * photos go first.
 */
final class PhotoChecks implements AutoCloseable {
    private static final Duration AGE = Duration.ofDays(1);
    private static final int BATCH = 100;
    private static final int HOSTS_AT_ONCE = 2;
    private static final Duration REST = Duration.ofMillis(100);
    private static final Duration SLOW = Duration.ofSeconds(4);
    private static final Duration ROUND_REST = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(PhotoChecks.class.getName());

    private final WebsiteStore websites;
    private final CatalogueStore catalogues;
    private final PhotoFetch fetch;
    private final InstantSource time;
    private final BooleanSupplier newPhotosWait;
    private final Workers workers = new Workers(HOSTS_AT_ONCE);
    private final Thread loop = Thread.ofVirtual().name("photo-checks").unstarted(this::loop);
    private final Map<PhotoCheck, LongAdder> counts = Stream.of(PhotoCheck.values())
            .collect(Collectors.toUnmodifiableMap(outcome -> outcome, outcome -> new LongAdder()));
    private volatile boolean closed;

    /** A photo to ask for. */
    private record Due(int websiteId, KnownPhoto photo) {
        String host() {
            return WebUrl.parse(photo.url()).map(WebUrl::host).orElse("");
        }
    }

    PhotoChecks(WebsiteStore websites, CatalogueStore catalogues, PhotoFetch fetch, InstantSource time,
            BooleanSupplier newPhotosWait) {
        this.websites = websites;
        this.catalogues = catalogues;
        this.fetch = fetch;
        this.time = time;
        this.newPhotosWait = newPhotosWait;
    }

    void start() {
        loop.start();
    }

    long count(PhotoCheck outcome) {
        return counts.get(outcome).sum();
    }

    /** What was under way is asked for again when it is due once more. */
    @Override
    public void close() {
        closed = true;
        loop.interrupt();
        workers.close();
    }

    private void loop() {
        while (!closed) {
            try {
                Thread.sleep(checkDue() ? ROUND_REST : IDLE);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                pause(e);
            }
        }
    }

    /** Asks for some of the photos that are due; returns whether there were any. */
    boolean checkDue() throws InterruptedException {
        boolean any = false;
        List<Due> named = new ArrayList<>();
        for (Website website : websites.list()) {
            List<KnownPhoto> claimed = claim(website.id());
            any |= !claimed.isEmpty();
            named.addAll(named(website.id(), claimed));
        }
        // By chance: the photos that a slow shop keeps from being asked for are not the same ones every day.
        Collections.shuffle(named);
        askAll(named.stream().collect(Collectors.groupingBy(Due::host)).values());
        return any;
    }

    private List<KnownPhoto> claim(int websiteId) {
        Instant now = time.instant();
        return catalogues.claimPhotos(websiteId, now.minus(AGE), now, BATCH);
    }

    /** One look at the catalogue for a batch: a set of all its URLs would be as large as itself. */
    private List<Due> named(int websiteId, List<KnownPhoto> claimed) {
        if (claimed.isEmpty()) {
            return List.of();
        }
        Map<String, KnownPhoto> byUrl = claimed.stream().collect(Collectors.toMap(KnownPhoto::url, photo -> photo));
        Set<String> named = catalogues.catalogue(websiteId).products().stream().map(Product::imgUrl)
                .filter(byUrl::containsKey).collect(Collectors.toSet());
        return named.stream().map(url -> new Due(websiteId, byUrl.get(url))).toList();
    }

    private void askAll(Collection<List<Due>> byHost) throws InterruptedException {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        workers.forEach(byHost, photos -> ask(photos, failures));
        if (!failures.isEmpty()) {
            LOG.log(Level.INFO, "Photos that could not be had again stay as they are: {0}, the first because {1}",
                    failures.size(), failures.peek());
        }
    }

    /** Asks one host for {@code photos}, one after the other. */
    private void ask(List<Due> photos, Queue<String> failures) throws InterruptedException {
        for (Due due : photos) {
            letNewPhotosPass();
            long begun = System.nanoTime();
            PhotoCheck outcome = check(due, failures);
            counts.get(outcome).increment();
            if (System.nanoTime() - begun >= SLOW.toNanos()) {
                return;
            }
            Thread.sleep(REST);
        }
    }

    private PhotoCheck check(Due due, Queue<String> failures) {
        return switch (fetch.fetch(due.photo().url(), due.photo().version())) {
            case Kept kept -> replace(due, kept);
            case Unchanged() -> PhotoCheck.UNCHANGED;
            case Failed(String reason) -> {
                failures.add(reason);
                yield PhotoCheck.FAILED;
            }
        };
    }

    private PhotoCheck replace(Due due, Kept kept) {
        KnownPhoto now = new KnownPhoto(due.photo().url(), kept.hash(), kept.version());
        if (!closed && !now.equals(due.photo())) {
            catalogues.update(due.websiteId(), new Photo(now.url(), Photo.State.READY, now.hash(), ""), now.version());
        }
        return now.hash().equals(due.photo().hash()) ? PhotoCheck.UNCHANGED : PhotoCheck.CHANGED;
    }

    private void letNewPhotosPass() throws InterruptedException {
        while (newPhotosWait.getAsBoolean()) {
            Thread.sleep(REST);
        }
    }

    private void pause(RuntimeException e) {
        if (!closed) {
            String why = e instanceof StoreException ? e.getMessage() : e.getClass().getName();
            LOG.log(Level.WARNING, "Photos are not asked for again for now: {0}", why);
        }
        try {
            Thread.sleep(IDLE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
