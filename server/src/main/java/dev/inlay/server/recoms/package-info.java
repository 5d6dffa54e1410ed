/** Products for the shop's own pages: what a browser asks for with {@code /serve/recoms}. */
package dev.inlay.server.recoms;
