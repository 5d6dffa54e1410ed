package dev.inlay.server.reasons;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.history.Shopper.Touch;
import java.util.List;

/** What sentences tell of: the shop's products, what the shopper did, and the moment at which it is told. */
public record Scene(Catalogue catalogue, Shopper shopper, When when) {
    private static final int SHORT = 60;

    /** One thing that the shopper did, with a sentence on it that does not name the product. */
    public record Act(String productNumber, String sentence) { }

    /** What {@code productNumber} is called: its title or, without one, its number. */
    public String title(String productNumber) {
        return catalogue.find(productNumber).map(Product::title).filter(title -> !title.isBlank())
                .orElse(productNumber);
    }

    /** {@link #title}, on one line and cut where it would drown a sentence. */
    public String name(String productNumber) {
        String title = title(productNumber).strip().replaceAll("\\s+", " ");
        return title.codePointCount(0, title.length()) <= SHORT ? title
                : title.substring(0, title.offsetByCodePoints(0, SHORT)).strip() + "...";
    }

    /** What the shopper did, newest first. */
    public List<Act> history() {
        return shopper.touches().stream().map(touch -> new Act(touch.product(),
                OwnActs.verb(touch.type()) + " " + when.ago(touch.time()))).toList();
    }

    /** {@code Tent}, {@code Tent and Stove}, {@code Tent, Stove and Lamp}. */
    String names(List<String> productNumbers) {
        List<String> names = productNumbers.stream().map(this::name).toList();
        return names.size() < 2 ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /** What the shopper did with {@code productNumber}, newest first. */
    List<Touch> touches(String productNumber, EventType type) {
        return shopper.touches().stream()
                .filter(touch -> touch.type() == type && touch.product().equals(productNumber)).toList();
    }

    /** What counts as one product with {@code productNumber}. */
    String variantGroup(String productNumber) {
        return catalogue.find(productNumber).map(product -> catalogue.variants(product).getFirst().productNumber())
                .orElse(productNumber);
    }
}
