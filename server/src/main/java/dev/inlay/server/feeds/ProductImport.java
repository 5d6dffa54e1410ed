package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes products of rows, hands them on in batches, and counts. A bad member costs only itself, a bad row only itself.
 */
final class ProductImport implements ProductRows {
    private static final int BATCH = 500;

    /** Where a product number was seen last, and whether that row can be shown. */
    private record Seen(int row, boolean showable) { }

    private final Instant now;
    private final FeedFindings findings = new FeedFindings("productNumber");
    private final Map<String, Seen> seen = new HashMap<>();
    private List<Product> batch = new ArrayList<>();
    private Consumer<List<Product>> batches = products -> { };
    private int rows;

    ProductImport(Instant now) {
        this.now = now;
    }

    /** Hands batches of products to {@code receiver}; a number may come again, then the later one counts. */
    void handTo(Consumer<List<Product>> receiver) {
        batches = receiver;
    }

    @Override
    public void row(int number, ObjectNode attributes) {
        rows++;
        String named = attributes.path("productNumber").asText(null);
        ProductAttributes.read(attributes, finding -> warning(number, named, finding.getMessage()))
                .ifPresent(product -> take(number, product));
    }

    @Override
    public void rowWithoutProduct(int number) {
        rows++;
    }

    @Override
    public void warning(int row, String productNumber, String message) {
        findings.add(row, productNumber, message);
    }

    /** Hands on what is left. */
    void finish() {
        if (!batch.isEmpty()) {
            batches.accept(List.copyOf(batch));
            batch = new ArrayList<>();
        }
    }

    int rows() {
        return rows;
    }

    int products() {
        return seen.size();
    }

    /** Products with all that a tile and its click need, before their photos are fetched. */
    int showable() {
        return (int) seen.values().stream().filter(Seen::showable).count();
    }

    FeedFindings findings() {
        return findings;
    }

    private void take(int row, Product product) {
        List<String> missing = missing(product);
        if (!missing.isEmpty()) {
            warning(row, product.productNumber(), "cannot be shown: " + String.join(", ", missing));
        }
        boolean showable = missing.isEmpty() && product.inStock();
        Seen before = seen.put(product.productNumber(), new Seen(row, showable));
        if (before != null) {
            warning(row, product.productNumber(), "the product number stands in row " + before.row()
                    + " and in row " + row + ": the last one counts");
        }
        batch.add(product);
        if (batch.size() == BATCH) {
            finish();
        }
    }

    private List<String> missing(Product product) {
        List<String> missing = new ArrayList<>();
        if (product.priceAt(now).isEmpty()) {
            missing.add("no price");
        }
        if (product.imgUrl() == null) {
            missing.add("no photo link");
        }
        if (product.url() == null) {
            missing.add("no product page link, so no click can lead there");
        }
        if (product.title() == null) {
            missing.add("no title");
        }
        return missing;
    }
}
