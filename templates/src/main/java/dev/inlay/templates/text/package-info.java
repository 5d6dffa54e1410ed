/** From a string to lines of glyphs: cleaning, fonts per cluster, wrapping, ellipsis, both directions. */
package dev.inlay.templates.text;
