package dev.inlay.db.activity;

/** What a shopper did with a product, with the number that rows hold. */
public enum EventType {
    VIEW(1), CART(2), PURCHASE(3);

    private final int code;

    EventType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static EventType of(int code) {
        return switch (code) {
            case 1 -> VIEW;
            case 2 -> CART;
            case 3 -> PURCHASE;
            default -> throw new IllegalArgumentException("event type must be 1 to 3 - was '" + code + "'");
        };
    }
}
