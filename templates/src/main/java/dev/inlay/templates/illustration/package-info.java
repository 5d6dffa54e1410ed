/** Drawings of our own: the products of the demo's shop, as vectors. */
package dev.inlay.templates.illustration;
