package dev.inlay.templates.design;

/** How many colours a tile has. */
public enum ColourDepth {
    /** At most 256, chosen for the tile: a third of the bytes. */
    PALETTE,
    /** As many as were drawn. */
    FULL
}
