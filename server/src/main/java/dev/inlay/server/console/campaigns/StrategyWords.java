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
                    "What lies in this person's cart and is not bought yet, what was put in last first.");
            case RELATED_TO_HISTORY -> words(type, "Related to their visits",
                    "What others look at along with what this person looked at, without what they know.");
            case RELATED_TO_LAST_ORDER -> words(type, "Related to their last order",
                    "What others look at along with what this person bought last.");
            case BOUGHT_TOGETHER -> words(type, "Bought together",
                    "What others buy along with what is in this person's cart or last order, then what they look at.");
            case BUY_AGAIN -> words(type, "Buy again",
                    "What this person bought before, most often first, then the latest.");
            case BESTSELLERS -> words(type, "Bestsellers", "What sells best in the shop at present.");
            case TRENDING -> words(type, "Trending",
                    "What is viewed more than it usually is, and by more than chance.");
            case NEW_IN -> words(type, "New in",
                    "The newest products of the shop: by their date, then by when somebody first saw them.");
            case PRICE_DROP -> words(type, "Price drop",
                    "What this person knows and now costs at least 5 % less than when they last saw it.");
            case BACK_IN_STOCK -> words(type, "Back in stock",
                    "What this person knows, was sold out since and can be bought again.");
            case OFFERS -> words(type, "Offers", "Products that are reduced now, the greatest reduction first.");
            case RANDOM -> words(type, "Random",
                    "Products drawn by lot, the same for one person and send, others for others.");
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
