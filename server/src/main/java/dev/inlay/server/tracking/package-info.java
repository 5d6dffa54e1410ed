/** What shops tell about their shoppers: page views, carts, orders, customers and emails. */
package dev.inlay.server.tracking;
