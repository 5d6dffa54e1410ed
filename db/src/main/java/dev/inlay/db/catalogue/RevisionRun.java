package dev.inlay.db.catalogue;

import dev.inlay.db.catalogue.OfferRows.OfferRow;
import dev.inlay.db.catalogue.ProductRows.ProductRow;
import dev.inlay.db.catalogue.Shelf.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A run that writes only what changed, as revisions that begin with it. */
final class RevisionRun implements StagedRun {
    private final Hold hold;
    private final Shelf shelf;
    private final String source;
    private final Set<String> staged = new HashSet<>();
    private final Set<String> photoUrls = new HashSet<>();
    /** Content hashes of the revisions written by this run. */
    private final Map<String, byte[]> written = new HashMap<>();
    private boolean ended;

    RevisionRun(Hold hold, String source) {
        this.hold = hold;
        this.shelf = hold.shelf();
        this.source = source;
    }

    @Override
    public synchronized void stage(List<Product> products) {
        Map<String, ProductRow> rows = new LinkedHashMap<>();
        for (Product product : products) {
            rows.put(product.productNumber(), ProductRow.of(shelf.websiteId(), product, hold.run(), source));
            if (shelf.isNewPhoto(product.imgUrl())) {
                photoUrls.add(product.imgUrl());
            }
        }
        batches(List.copyOf(rows.values())).forEach(this::stageBatch);
    }

    @Override
    public synchronized int staged() {
        return staged.size();
    }

    @Override
    public int standing() {
        return shelf.count(source);
    }

    @Override
    public synchronized Outcome swap() {
        List<String> leaving = shelf.standing().entrySet().stream()
                .filter(entry -> entry.getValue().source().equals(source) && !staged.contains(entry.getKey()))
                .map(Map.Entry::getKey).toList();
        batches(leaving).forEach(numbers -> hold.write(dao -> dao.end(shelf.websiteId(), numbers, hold.run())));
        batches(photoUrls.stream().map(Photo::pending).toList()).forEach(hold::addPhotos);
        hold.swap((dao, writing) -> { });
        close();
        return new Outcome(staged.size(), leaving.size());
    }

    @Override
    public synchronized void close() {
        if (!ended) {
            ended = true;
            hold.close();
        }
    }

    private void stageBatch(List<ProductRow> rows) {
        List<ProductRow> toReplace = new ArrayList<>();
        List<ProductRow> toInsert = new ArrayList<>();
        for (ProductRow row : rows) {
            byte[] before = written.get(row.productNumber());
            Standing standing = shelf.standing().get(row.productNumber());
            if (before != null && !Arrays.equals(before, row.contentHash())) {
                toReplace.add(row);
            } else if (before == null && (standing == null || !standing.isSame(row))) {
                toInsert.add(row);
            }
        }
        write(toReplace, toInsert);
        rows.forEach(row -> staged.add(row.productNumber()));
    }

    private void write(List<ProductRow> toReplace, List<ProductRow> toInsert) {
        if (toReplace.isEmpty() && toInsert.isEmpty()) {
            return;
        }
        List<String> superseded = toInsert.stream().map(ProductRow::productNumber)
                .filter(shelf.standing()::containsKey).toList();
        List<ProductRow> all = Stream.concat(toInsert.stream(), toReplace.stream()).toList();
        List<OfferRow> replaced = hold.replacedBy(all);
        Arrivals arrivals = hold.arrivals(all);
        hold.write((dao, writing) -> {
            Instant now = Instant.ofEpochMilli(writing.now());
            hold.insert(dao, superseded, arrivals.dated(toInsert, now));
            dao.replace(arrivals.dated(toReplace, now));
            hold.note(writing, replaced);
        });
        toInsert.forEach(row -> written.put(row.productNumber(), row.contentHash()));
        toReplace.forEach(row -> written.put(row.productNumber(), row.contentHash()));
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Hold.BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + Hold.BATCH)));
        }
        return batches;
    }
}
