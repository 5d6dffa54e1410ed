package dev.inlay.templates.text;

import java.awt.Font;

/** A font of letters at its own weight; {@code hash} names the content of its file. */
record Face(Font font, int weight, boolean italic, String hash) {
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
