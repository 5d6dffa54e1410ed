package dev.inlay.db.catalogue;

import dev.inlay.db.catalogue.ProductRows.ProductRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;

/** What one node keeps in memory of one website's catalogue, and who may change it on this node. */
final class Shelf {
    private static final int PAGE = 1_000;
    private static final int MAX_URL = 10_000;
    /** Changes of photos are read again this far back, since nodes' clocks differ: a minute. */
    private static final long OVERLAP = 60_000L << 16;

    private final int websiteId;
    /** Held by the one run or change that is under way on this node. */
    private final Semaphore turn = new Semaphore(1);
    private final Map<String, Standing> standing = new ConcurrentHashMap<>();
    private final Map<String, Photo> photos = new ConcurrentHashMap<>();
    private volatile Catalogue catalogue = Catalogue.of(List.of(), photos);
    private long run;
    private long photosChanged;

    /** Where a product that stands came from, and the hash of its content. */
    record Standing(String source, byte[] contentHash) {
        boolean isSame(ProductRow row) {
            return source.equals(row.source()) && Arrays.equals(contentHash, row.contentHash());
        }
    }

    Shelf(int websiteId) {
        this.websiteId = websiteId;
    }

    int websiteId() {
        return websiteId;
    }

    Semaphore turn() {
        return turn;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Map<String, Photo> photos() {
        return photos;
    }

    Map<String, Standing> standing() {
        return standing;
    }

    int count(String source) {
        return (int) standing.values().stream().filter(product -> product.source().equals(source)).count();
    }

    synchronized long run() {
        return run;
    }

    /** Whether {@code imgUrl} names a photo that nothing is known of yet. */
    boolean isNewPhoto(String imgUrl) {
        return imgUrl != null && !imgUrl.isBlank() && imgUrl.length() <= MAX_URL && !photos.containsKey(imgUrl);
    }

    /** Brings memory up to {@code current}, reading only what changed since. */
    synchronized long follow(Handle handle, long current) {
        if (current <= run) {
            return run;
        }
        CatalogueDao dao = handle.attach(CatalogueDao.class);
        Map<String, Optional<Product>> changed = new HashMap<>();
        if (run > 0) {
            dao.findEnded(websiteId, run, current).forEach(number -> changed.put(number, Optional.empty()));
        }
        Map<String, Standing> begun = new HashMap<>();
        for (List<ProductRow> page = firstPage(dao, current); !page.isEmpty(); page = nextPage(dao, page, current)) {
            for (ProductRow row : page) {
                changed.put(row.productNumber(), Optional.of(row.product()));
                begun.put(row.productNumber(), new Standing(row.source(), row.contentHash()));
            }
        }
        changed.keySet().stream().filter(number -> !begun.containsKey(number)).forEach(standing::remove);
        standing.putAll(begun);
        catalogue = catalogue.with(changed);
        run = current;
        return run;
    }

    /** Reads the photos that changed since the last time. */
    synchronized void followPhotos(Handle handle) {
        PhotoDao dao = handle.attach(PhotoDao.class);
        long since = Math.max(0, photosChanged - OVERLAP);
        byte[] after = new byte[0];
        List<PhotoDao.PhotoRow> page;
        do {
            page = dao.findChanged(websiteId, since, after, PAGE);
            for (PhotoDao.PhotoRow row : page) {
                photos.put(row.url(), row.photo());
                since = row.changed();
                after = row.urlHash();
            }
        } while (!page.isEmpty());
        photosChanged = Math.max(photosChanged, since);
    }

    private List<ProductRow> firstPage(CatalogueDao dao, long current) {
        return dao.findStandingSinceLater(websiteId, run, current, PAGE);
    }

    /** What follows {@code page}: first the rest of its last run, then later runs; each read begins in the index. */
    private List<ProductRow> nextPage(CatalogueDao dao, List<ProductRow> page, long current) {
        ProductRow last = page.getLast();
        List<ProductRow> rest = dao.findStandingSince(websiteId, last.sinceRun(), last.productNumber(), current, PAGE);
        return rest.isEmpty() ? dao.findStandingSinceLater(websiteId, last.sinceRun(), current, PAGE) : rest;
    }
}
