/** What one shopper did, with products in place of references. */
package dev.inlay.server.recommendation.history;
