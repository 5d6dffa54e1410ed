/** Pixels to PNG bytes. */
package dev.inlay.templates.png;
