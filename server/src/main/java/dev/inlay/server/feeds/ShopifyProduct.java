package dev.inlay.server.feeds;

import dev.inlay.server.photos.WebUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one product in Shopify's export, as far as they follow each other. */
final class ShopifyProduct {
    /** How many characters of a product, and of the products before it, are in memory. */
    static final int MAX_SIZE = 8 * 1024 * 1024;

    /** More variants than Shopify has. */
    private static final int MAX_VARIANTS = 5_000;
    private static final int MAX_PHOTOS = 250;

    private static final String PHOTOS = "image_src";

    private record Photo(String link, int position) { }

    private final String handle;
    private final Map<String, List<String>> shared;
    private final boolean isContinued;
    private final List<DelimitedRow> variants = new ArrayList<>();
    private final List<Photo> photos = new ArrayList<>();
    private int size;

    /**
     * {@code shared} is what all rows have in common, and photos that are known already; {@code isContinued}: some
     * variants were read before.
     */
    ShopifyProduct(String handle, Map<String, List<String>> shared, boolean isContinued) {
        this.handle = handle;
        this.shared = shared;
        this.isContinued = isContinued;
        shared.getOrDefault(PHOTOS, List.of()).forEach(link -> photos.add(new Photo(link, 0)));
    }

    /** Takes {@code row}; false if it is no variant but only a further photo, or nothing. */
    boolean add(DelimitedRow row) {
        row.first(PHOTOS).filter(link -> photos.size() < MAX_PHOTOS && !isTooLong(link)).ifPresent(link -> {
            photos.add(new Photo(link, position(row)));
            size += link.length();
        });
        boolean isVariant = row.has("variant_price") || row.has("title");
        if (isVariant) {
            variants.add(row);
            size += RowMemory.size(handle, row.values());
        }
        return isVariant;
    }

    /** Whether {@code row} has a photo that is left out, since its link is longer than any that could be fetched. */
    static boolean leavesPhotoOut(DelimitedRow row) {
        return row.first(PHOTOS).filter(ShopifyProduct::isTooLong).isPresent();
    }

    boolean isFull() {
        return variants.size() >= MAX_VARIANTS || size > MAX_SIZE;
    }

    String handle() {
        return handle;
    }

    Map<String, List<String>> shared() {
        return shared;
    }

    Optional<String> shared(String column) {
        return shared.getOrDefault(column, List.of()).stream().findFirst().map(String::strip);
    }

    /** What variants further below need to know: what is shared, and the photos. */
    Map<String, List<String>> remembered() {
        Map<String, List<String>> remembered = new LinkedHashMap<>(shared);
        remembered.put(PHOTOS, photos());
        return remembered;
    }

    List<DelimitedRow> variants() {
        return variants;
    }

    boolean hasSeveralVariants() {
        return isContinued || variants.size() > 1;
    }

    /** Links to its photos, the one with the lowest position first. */
    List<String> photos() {
        return photos.stream().sorted(Comparator.comparingInt(Photo::position)).map(Photo::link).distinct().toList();
    }

    private static boolean isTooLong(String link) {
        return link.length() > WebUrl.MAX_LENGTH;
    }

    private static int position(DelimitedRow row) {
        return row.first("image_position").filter(text -> text.matches("\\d{1,9}")).map(Integer::parseInt)
                .orElse(Integer.MAX_VALUE);
    }
}
