/** How much a caller without a key may ask of a node, so that nobody's page or script takes it from the others. */
package dev.inlay.server.bounds;
