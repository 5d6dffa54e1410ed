package dev.inlay.templates.design;

/** Where a node, a line or a row's content stands in the room it has. Start is where reading starts. */
public enum Align {
    /** As the group says. */
    AUTO,
    START,
    CENTER,
    END,
    /** As wide or high as the room. */
    STRETCH,
    /** The first lines of a row's texts stand on one line. */
    BASELINE
}
