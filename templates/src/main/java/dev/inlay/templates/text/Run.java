package dev.inlay.templates.text;

import java.util.List;

/** Characters beside each other that are drawn in one way. */
sealed interface Run {
    /** In characters. */
    int length();

    Run withLength(int other);

    /** Letters of one face; {@code joined} letters take no space between them. */
    record Letters(Face face, boolean joined, int length) implements Run {
        @Override
        public Letters withLength(int other) {
            return new Letters(face, joined, other);
        }
    }

    /** Bitmaps, each in place of one {@link #STAND_IN}. */
    record Bitmap(ColourFace face, int glyph, int length) implements Run {
        static final String STAND_IN = "\uFFFC";

        @Override
        public Bitmap withLength(int other) {
            return new Bitmap(face, glyph, other);
        }

        static List<Run> of(ColourFace face, String cluster) {
            return face.glyphs(cluster).stream().<Run>map(glyph -> new Bitmap(face, glyph, 1)).toList();
        }
    }
}
