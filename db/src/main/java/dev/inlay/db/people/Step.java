package dev.inlay.db.people;

/**
 * What one entry of the writer took away.
 *
 * @param events views, products put into carts and lines of orders
 * @param orders reports of orders
 * @param last whether nothing was left then
 */
record Step(int events, int orders, boolean last) { }
