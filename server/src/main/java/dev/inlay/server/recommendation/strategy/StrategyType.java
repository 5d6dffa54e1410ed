package dev.inlay.server.recommendation.strategy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How products are found, spelled on the wire in lower case (contract 5.4). */
public enum StrategyType {
    FOR_YOU, LAST_VIEWED, ABANDONED_CART, RELATED_TO_HISTORY, RELATED_TO_LAST_ORDER, BOUGHT_TOGETHER, BUY_AGAIN,
    BESTSELLERS, TRENDING, NEW_IN, PRICE_DROP, BACK_IN_STOCK, OFFERS, RANDOM, FIXED_LIST;

    private static final Map<String, StrategyType> OTHER_NAMES = Map.of(
            "RETARGETED", LAST_VIEWED, "TOP", BESTSELLERS, "MOST_BOUGHT", BESTSELLERS, "MOST_VIEWED", TRENDING,
            "RECENTLY_BOUGHT", BUY_AGAIN, "RELATED", RELATED_TO_HISTORY, "ALTERNATIVES", RELATED_TO_HISTORY);

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it compares what a product is offered for with what it was offered for before. */
    public boolean comparesOffers() {
        return this == PRICE_DROP || this == BACK_IN_STOCK;
    }

    /** By wire name in any case, or by one of the names that migrating shops use. */
    public static Optional<StrategyType> parse(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (StrategyType type : values()) {
            if (type.name().equals(upper)) {
                return Optional.of(type);
            }
        }
        return Optional.ofNullable(OTHER_NAMES.get(upper));
    }
}
