package dev.inlay.server.feeds;

import dev.inlay.server.photos.WebUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Groups the rows of Shopify's export by product. A row with a title begins a product; those that follow with the same
 * handle and no title continue it, also when other products stand between and the first row is still remembered.
 */
final class ShopifyRows {
    private static final Pattern OF_ONE_ROW = Pattern.compile("(variant|image)_.*|option\\d_value");

    private final ProductRows rows;
    private final ShopifyVariant variants;
    private final RowMemory products = new RowMemory(ShopifyProduct.MAX_SIZE);
    private ShopifyProduct product = new ShopifyProduct("", Map.of(), false);

    ShopifyRows(ProductRows rows, ShopifyVariant variants) {
        this.rows = rows;
        this.variants = variants;
    }

    void add(DelimitedRow row) {
        row.warnAboutWidth(rows);
        Optional<String> handle = row.first("handle");
        if (handle.isEmpty()) {
            rows.warning(row.number(), null, "Handle is missing: the row is left out");
            rows.rowWithoutProduct(row.number());
            return;
        }
        if (row.has("title") || !product.handle().equals(handle.get())) {
            finish();
            product = begin(handle.get(), row);
        }
        if (ShopifyProduct.leavesPhotoOut(row)) {
            rows.warning(row.number(), null, "Image Src has more than " + WebUrl.MAX_LENGTH
                    + " characters: the photo is left out");
        }
        if (!product.add(row)) {
            rows.rowWithoutProduct(row.number());
        }
        if (product.isFull()) {
            finish();
            product = new ShopifyProduct(product.handle(), product.remembered(), true);
        }
    }

    /** Hands on the variants of the product that is open. */
    void finish() {
        product.variants().forEach(row -> variants.write(product, row));
        products.keep(product.handle(), product.remembered());
    }

    private ShopifyProduct begin(String handle, DelimitedRow row) {
        Optional<Map<String, List<String>>> earlier = products.find(handle);
        if (row.has("title")) {
            Map<String, List<String>> shared = new LinkedHashMap<>(row.values());
            shared.keySet().removeIf(name -> OF_ONE_ROW.matcher(name).matches());
            return new ShopifyProduct(handle, shared, earlier.isPresent());
        }
        if (earlier.isEmpty()) {
            rows.warning(row.number(), null, "no row above has the Title of handle '" + ProductText.shown(handle)
                    + "'");
        }
        return new ShopifyProduct(handle, earlier.orElse(Map.of()), earlier.isPresent());
    }
}
