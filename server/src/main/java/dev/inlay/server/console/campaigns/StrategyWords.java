package dev.inlay.server.console.campaigns;

import dev.inlay.server.recommendation.strategy.StrategyType;
import java.util.Arrays;
import java.util.List;

/**
 * A strategy in plain words.
 *
 * @param name how it is called in the console
 * @param meaning a sentence
 */
record StrategyWords(StrategyType type, String name, String meaning) {
    static final List<StrategyWords> ALL = Arrays.stream(StrategyType.values()).map(StrategyWords::of).toList();

    static StrategyWords of(StrategyType type) {
        return switch (type) {
            case FOR_YOU -> words(type, "For you",
                    "What suits all that this person looked at, put into the cart and bought.");
            case LAST_VIEWED -> words(type, "Last viewed", "What this person looked at last.");
            case ABANDONED_CART -> words(type, "Abandoned cart",
                    "What lies in this person's cart and is not bought yet.");
            case RELATED_TO_HISTORY -> words(type, "Related to their visits",
                    "What others look at along with what this person looked at.");
            case RELATED_TO_LAST_ORDER -> words(type, "Related to their last order",
                    "What others look at along with what this person bought last.");
            case BOUGHT_TOGETHER -> words(type, "Bought together",
                    "What others buy along with what is in this person's cart or last order.");
            case BUY_AGAIN -> words(type, "Buy again", "What this person bought before, most often first.");
            case BESTSELLERS -> words(type, "Bestsellers", "What sells best in the shop at present.");
            case TRENDING -> words(type, "Trending", "What draws more attention than usual at present.");
            case NEW_IN -> words(type, "New in", "The newest products of the shop.");
            case PRICE_DROP -> words(type, "Price drop", "Products whose price has fallen. Finds nothing yet.");
            case BACK_IN_STOCK -> words(type, "Back in stock", "Products that can be bought again. Finds nothing yet.");
            case OFFERS -> words(type, "Offers", "Reduced products, the highest discount first.");
            case RANDOM -> words(type, "Random", "Products drawn by lot, the same for one person and send.");
            case FIXED_LIST -> words(type, "Fixed list", "The product numbers of its filter, in their order.");
        };
    }

    /** How what a pick calls its strategy is called in the console. */
    static String nameOf(String wireName) {
        return switch (wireName) {
            case "pinned" -> "Pinned product";
            case "default" -> "Default product";
            default -> StrategyType.parse(wireName).map(type -> of(type).name()).orElse(wireName);
        };
    }

    private static StrategyWords words(StrategyType type, String name, String meaning) {
        return new StrategyWords(type, name, meaning);
    }
}
