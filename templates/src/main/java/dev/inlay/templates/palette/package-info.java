/** Chooses 256 colours for a picture, and packs bytes. */
package dev.inlay.templates.palette;
