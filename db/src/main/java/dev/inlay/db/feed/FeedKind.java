package dev.inlay.db.feed;

/** What a feed brings, with the letter that rows hold. */
public enum FeedKind {
    PRODUCTS("p"), ORDERS("o");

    private final String letter;

    FeedKind(String letter) {
        this.letter = letter;
    }

    String letter() {
        return letter;
    }

    static FeedKind of(String letter) {
        return letter.equals(ORDERS.letter) ? ORDERS : PRODUCTS;
    }
}
