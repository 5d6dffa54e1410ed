package dev.inlay.templates.text;

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
}
