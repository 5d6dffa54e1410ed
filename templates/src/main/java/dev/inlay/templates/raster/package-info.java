/** Placed nodes to pixels, by Java2D. */
package dev.inlay.templates.raster;
