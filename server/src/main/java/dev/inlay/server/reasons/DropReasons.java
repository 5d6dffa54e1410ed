package dev.inlay.server.reasons;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.history.Shopper.Touch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Why a candidate was not picked.
 *
 * @param picked the product numbers that were picked in its place
 */
public record DropReasons(Scene scene, List<String> picked) {
    /** What all have in common that {@code rule} took out, a heading. */
    public static String heading(String rule) {
        return switch (rule) {
            case "excluded" -> "Excluded by this campaign";
            case "duplicate" -> "Shown already";
            case "showable" -> "Not complete enough to be shown";
            case "inStock" -> "Sold out";
            case "filter" -> "Not within the filter";
            case "filter.brand" -> "Of another brand than the filter asks for";
            case "filter.category" -> "Of another category than the filter asks for";
            case "filter.price" -> "Outside the prices of the filter";
            case "filter.discount" -> "Reduced by less than the filter asks for";
            case "filter.attribute" -> "Without the attributes that the filter asks for";
            case "filter.list" -> "Not on the list of the filter";
            case "bought" -> "Bought lately";
            case "variant" -> "Variants of products that are shown";
            case "category" -> "Enough of the category is shown";
            case "brand" -> "Enough of the brand is shown";
            default -> Words.capitalised(Words.spaced(rule));
        };
    }

    /**
     * One sentence on {@code product}, also for a rule that has none of its own.
     *
     * @param detail of {@code variant} the number of the product that it is a variant of; empty = unknown
     */
    public String of(String product, String rule, String detail) {
        return switch (rule) {
            case "showable" -> new Shortcomings(scene.catalogue(), scene.when().now()).of(product);
            case "filter.brand" -> "Brand " + value(product, Catalogued::brand) + " is not in the filter";
            case "filter.category" -> "Category " + value(product, Catalogued::categoryPath) + " is not in the filter";
            case "filter.price" -> "Price " + value(product, this::price) + " is outside the filter";
            case "filter.discount" -> "Reduced by " + value(product, this::discount)
                    + ", less than the filter asks for";
            case "bought" -> bought(product);
            case "variant" -> variant(product, detail);
            case "category" -> "Enough of " + value(product, Catalogued::categoryPath) + " is shown";
            case "brand" -> "Enough of " + value(product, Catalogued::brand) + " is shown";
            default -> heading(rule);
        };
    }

    private String value(String product, Function<Product, Optional<String>> attribute) {
        return scene.catalogue().find(product).flatMap(attribute).orElse("(none)");
    }

    private Optional<String> price(Product product) {
        return product.priceAt(scene.when().now()).map(price -> price.present().toPlainString());
    }

    private Optional<String> discount(Product product) {
        return product.priceAt(scene.when().now()).map(Price::discountPercent).map(percent -> percent + " %");
    }

    /** Whichever variant was bought. */
    private String bought(String product) {
        String group = scene.variantGroup(product);
        Optional<Touch> purchase = scene.shopper().touches().stream()
                .filter(touch -> touch.type() == EventType.PURCHASE
                        && scene.variantGroup(touch.product()).equals(group)).findFirst();
        return purchase.map(touch -> (touch.product().equals(product) ? "Bought "
                : "Its variant " + scene.name(touch.product()) + " was bought ") + scene.when().ago(touch.time()))
                .orElse(heading("bought"));
    }

    private String variant(String product, String shown) {
        String group = scene.variantGroup(product);
        return Stream.concat(Stream.of(shown).filter(number -> !number.isEmpty()),
                        picked.stream().filter(number -> scene.variantGroup(number).equals(group))).findFirst()
                .map(number -> "A variant of " + scene.name(number) + ", which is shown")
                .orElse("A variant of a product that is shown");
    }
}
