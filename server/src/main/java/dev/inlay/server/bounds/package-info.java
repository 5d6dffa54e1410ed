/**
 * How much a caller without a key may ask of a node, so that nobody's page or script takes it from the others, and
 * nobody guesses a key.
 */
package dev.inlay.server.bounds;
