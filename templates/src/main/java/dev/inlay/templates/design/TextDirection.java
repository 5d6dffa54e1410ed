package dev.inlay.templates.design;

/** From which side a text is read. */
public enum TextDirection {
    /** As its first letter is; a text without letters as the picture is. */
    AUTO,
    /** From left to right. */
    LTR,
    /** From right to left. */
    RTL
}
