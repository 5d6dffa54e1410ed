/**
 * What the shoppers of a website do, in memory: sessions, baskets and demand, following the events in the store. Knows
 * product numbers and times, no campaign and no rule.
 */
package dev.inlay.server.recommendation.index;
