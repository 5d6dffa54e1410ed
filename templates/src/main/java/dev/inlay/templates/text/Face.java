package dev.inlay.templates.text;

import java.awt.Font;

/** One font file, at its own weight; {@code hash} names its content. */
record Face(Font font, int weight, String hash) {
    boolean draws(String cluster) {
        return cluster.codePoints().allMatch(codePoint -> invisible(codePoint) || font.canDisplay(codePoint));
    }

    private static boolean invisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT;
    }
}
