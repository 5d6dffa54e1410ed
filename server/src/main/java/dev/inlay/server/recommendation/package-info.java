/**
 * Which products suit a shopper: an index of what shoppers do together, strategies that find candidates in it, and the
 * rules that every pick keeps.
 *
 * <p>The door is {@link dev.inlay.server.recommendation.Recommender}: a pure function of history, index, catalogue,
 * campaign and time.
 */
package dev.inlay.server.recommendation;
