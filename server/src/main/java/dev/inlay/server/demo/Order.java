package dev.inlay.server.demo;

import java.util.Optional;

/** An order just placed, kept in a cookie for the page that says thank you. */
record Order(String number, Basket basket) {
    /** The order that {@code cookie} holds, if any. */
    static Optional<Order> parse(String cookie, Assortment assortment) {
        String[] parts = cookie.split("!", 2);
        return parts.length == 2 && parts[0].matches("WT-[0-9A-Z]{6,12}")
                ? Optional.of(new Order(parts[0], Basket.parse(parts[1], assortment))).filter(Order::holdsSomething)
                : Optional.empty();
    }

    String cookie() {
        return number + "!" + basket.cookie();
    }

    private boolean holdsSomething() {
        return !basket.isEmpty();
    }
}
