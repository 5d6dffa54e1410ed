package dev.inlay.server.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A product of the demo's shop.
 *
 * @param name names its page and its drawing
 * @param category broad, then narrow
 * @param daysOld how long ago it came into the assortment
 */
record Article(String productNumber, String name, String title, String brand, List<String> category, BigDecimal price,
        Optional<BigDecimal> oldPrice, boolean inStock, Optional<String> itemGroupId, int daysOld, String description) {
    private static final int NEW_DAYS = 14;

    Article {
        category = List.copyOf(category);
    }

    /** Its page, below the host. */
    String path() {
        return ShopPages.PATH + "/p/" + name;
    }

    /** Its picture, below the host. */
    String photo() {
        return DemoService.PATH + "/photos/" + name + ".png";
    }

    /** The narrow category. */
    String shelf() {
        return category.getLast();
    }

    boolean isNew() {
        return daysOld <= NEW_DAYS;
    }

    /** How much cheaper than before, whole percent, rounded down as on the tiles. */
    Optional<Integer> discount() {
        return oldPrice.map(old -> old.subtract(price).multiply(BigDecimal.valueOf(100))
                .divide(old, 0, RoundingMode.DOWN).intValue());
    }

    /** An amount as the shop writes it. */
    static String money(BigDecimal amount) {
        return "€" + String.format(Locale.ENGLISH, "%,.2f", amount);
    }

    /** A row of the product feed; pages and pictures lie on {@code pages} and {@code photos}. */
    ObjectNode feedRow(String pages, String photos, Instant now) {
        ObjectNode row = Json.object()
                .put("productNumber", productNumber).put("title", title).put("brand", brand)
                .put("description", description)
                .put("url", pages + path()).put("imgUrl", photos + photo())
                .put("price", price).put("inStock", inStock)
                .put("created", now.minus(Duration.ofDays(daysOld)).toString());
        oldPrice.ifPresent(old -> row.put("oldPrice", old));
        itemGroupId.ifPresent(group -> row.put("itemGroupId", group));
        category.forEach(row.putArray("hierarchies").addArray()::add);
        return row;
    }
}
