package dev.inlay.db.people;

/**
 * What an erasure took away.
 *
 * @param events views, products put into carts and lines of orders
 * @param orders reports of orders
 * @param assignments locks
 */
public record Erased(int trackingUsers, int events, int orders, int assignments) { }
