package dev.inlay.templates.text;

import java.awt.Font;

/** One font file, at its own weight; {@code hash} names its content. */
record Face(Font font, int weight, String hash) {
    boolean draws(String cluster) {
        for (int i = 0; i < cluster.length();) {
            int codePoint = cluster.codePointAt(i);
            if (!invisible(codePoint) && !font.canDisplay(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    private static boolean invisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT;
    }
}
