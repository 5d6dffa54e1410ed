package dev.inlay.server.reasons;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.util.Optional;

/** Why a product was picked. */
public final class PickReasons {
    /** What a slot without pick says. */
    public static final String NOTHING_LEFT = "No product is left that may be shown";

    private final Scene scene;
    private final OwnActs acts;
    private final PartReasons parts;

    public PickReasons(Scene scene) {
        this.scene = scene;
        this.acts = new OwnActs(scene);
        this.parts = new PartReasons(scene);
    }

    /** One sentence, also for a strategy that has none of its own. */
    public String of(Pick pick) {
        return switch (pick.strategy()) {
            case "pinned" -> "Pinned by this campaign";
            case "default" -> "A default product of this campaign";
            default -> StrategyType.parse(pick.strategy()).map(type -> of(type, pick))
                    .orElseGet(() -> "Picked by " + Words.spaced(pick.strategy()) + becauseOf(pick));
        };
    }

    private String of(StrategyType type, Pick pick) {
        String product = pick.productNumber();
        return switch (type) {
            case FOR_YOU -> parts.of(pick);
            case LAST_VIEWED -> acts.told(product, EventType.VIEW, "Viewed before");
            case ABANDONED_CART -> acts.cart(product);
            case BUY_AGAIN -> acts.told(product, EventType.PURCHASE, "Bought before");
            case RELATED_TO_HISTORY -> Words.capitalised(parts.neighbours(pick));
            case RELATED_TO_LAST_ORDER -> "Goes with the last order" + becauseOf(pick);
            case BOUGHT_TOGETHER -> together(pick);
            case BESTSELLERS -> parts.bestseller(pick);
            case TRENDING -> "Draws more attention than usual at present";
            case NEW_IN -> newIn(product);
            case PRICE_DROP -> fall(pick) + actOn(product);
            case BACK_IN_STOCK -> "Back in stock" + actOn(product);
            case OFFERS -> offer(product);
            case RANDOM -> "Drawn by lot";
            case FIXED_LIST -> "From the list of this campaign";
        };
    }

    /** Where too few were bought together, products that were looked at together stand in. */
    private String together(Pick pick) {
        return pick.parts().containsKey("visits") ? Words.capitalised(parts.neighbours(pick))
                : "Often bought together with " + (pick.becauseOf().isEmpty()
                        ? "what this shopper chose" : scene.names(pick.becauseOf()));
    }

    private static String fall(Pick pick) {
        String percent = Optional.ofNullable(pick.parts().get("fall"))
                .map(fall -> "by " + Math.round(100 * fall) + " % ").orElse("");
        return "The price fell " + percent + "since the last visit";
    }

    private String offer(String product) {
        return scene.catalogue().find(product).flatMap(known -> known.priceAt(scene.when().now()))
                .map(Price::discountPercent).filter(percent -> percent > 0)
                .map(percent -> "Reduced by " + percent + " %").orElse("Among the offers of the shop");
    }

    private String newIn(String product) {
        return scene.catalogue().find(product).map(Product::created)
                .filter(created -> !created.isAfter(scene.when().now()))
                .map(created -> "New in the shop, came " + scene.when().ago(created))
                .orElse("Among the newest products of the shop");
    }

    private String actOn(String product) {
        return acts.latest(product).map(act -> "; " + Words.uncapitalised(act)).orElse("");
    }

    private String becauseOf(Pick pick) {
        return pick.becauseOf().isEmpty() ? "" : ", because of " + scene.names(pick.becauseOf());
    }
}
