package dev.inlay.server.recommendation.strategy;

/** Which strategy is meant by a type, and those that only pages ask for. */
public final class Strategies {
    private Strategies() {
    }

    /** What was bought most of late. */
    public static Strategy mostBought() {
        return Popular::mostBought;
    }

    /** What was viewed most of late. */
    public static Strategy mostViewed() {
        return Popular::mostViewed;
    }

    /** What may be taken in place of the products asked about. */
    public static Strategy alternatives() {
        return Alternatives::candidates;
    }

    public static Strategy of(StrategyType type) {
        return switch (type) {
            case FOR_YOU -> ForYou::candidates;
            case LAST_VIEWED -> Reminders::lastViewed;
            case ABANDONED_CART -> Reminders::abandonedCart;
            case BUY_AGAIN -> Reminders::buyAgain;
            case RELATED_TO_HISTORY -> Related::toHistory;
            case RELATED_TO_LAST_ORDER -> Related::toLastOrder;
            case BOUGHT_TOGETHER -> Related::boughtTogether;
            case BESTSELLERS -> Popular::bestsellers;
            case TRENDING -> Popular::trending;
            case NEW_IN -> Assortment::newIn;
            case OFFERS -> Assortment::offers;
            case RANDOM -> Assortment::random;
            case PRICE_DROP -> Changes::priceDrop;
            case BACK_IN_STOCK -> Changes::backInStock;
            case FIXED_LIST -> Listed::inOrder;
        };
    }
}
