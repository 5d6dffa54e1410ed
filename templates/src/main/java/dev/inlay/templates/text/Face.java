package dev.inlay.templates.text;

import java.awt.Font;

/** A font of letters at its own weight; {@code hash} names the content of its file. */
record Face(Font font, int weight, boolean italic, String hash) {
    /** Whether it has all of {@code cluster}, and one sees it: some fonts hold pictures that we cannot draw. */
    boolean draws(String cluster) {
        return covers(cluster) && (cluster.codePoints().allMatch(Face::meantToBeEmpty) || hasOutline(cluster));
    }

    private boolean hasOutline(String cluster) {
        return !font.createGlyphVector(Paragraph.CONTEXT, cluster).getOutline().getBounds2D().isEmpty();
    }

    private static boolean meantToBeEmpty(int codePoint) {
        return invisible(codePoint) || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    }

    private boolean covers(String cluster) {
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
