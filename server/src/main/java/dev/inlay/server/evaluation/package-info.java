/**
 * Measures picking on what a shop's own shoppers did: history up to a moment is asked with the product's own picking,
 * and what they did afterwards is the answer. Works in memory; knows picking, but neither stores nor calls.
 */
package dev.inlay.server.evaluation;
