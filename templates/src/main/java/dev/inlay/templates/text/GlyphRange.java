package dev.inlay.templates.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Where the bitmaps of the glyphs {@code first} to {@code last} stand in CBDT, as a subtable of CBLC tells. */
record GlyphRange(int first, int last, ByteBuffer subtable) {
    private static final int HEAD = 8;

    /** The place of a bitmap; {@code metrics} only where the bitmap brings none of its own (format 19). */
    record Place(long offset, int format, Metrics metrics) { }

    /** Left side and upper side as seen from the start of the glyph on the baseline, and where the next one starts. */
    record Metrics(int left, int top, int advance) {
        static final Metrics NONE = new Metrics(0, 0, 0);

        /** Both the small and the big metrics start alike: height, width, left, top, advance. */
        static Metrics of(ByteBuffer bytes) {
            return new Metrics(bytes.get(2), bytes.get(3), bytes.get(4) & 0xFF);
        }
    }

    /** @throws IndexOutOfBoundsException if the subtable is too short */
    Optional<Place> find(int glyph) throws IOException {
        if (glyph < first || glyph > last) {
            return Optional.empty();
        }
        int at = glyph - first;
        return switch (subtable.getShort(0)) {
            case 1 -> between(Integer.toUnsignedLong(subtable.getInt(HEAD + 4 * at)),
                    Integer.toUnsignedLong(subtable.getInt(HEAD + 4 * at + 4)));
            case 2 -> equalSized(at);
            case 3 -> between(word(HEAD + 2 * at), word(HEAD + 2 * at + 2));
            case 4 -> paired(glyph);
            case 5 -> listed(glyph);
            default -> throw new IOException("CBLC has index formats 1 to 5 - was " + subtable.getShort(0));
        };
    }

    /** A glyph without bitmap ends where it starts. */
    private Optional<Place> between(long start, long end) {
        return end > start ? Optional.of(place(start, Metrics.NONE)) : Optional.empty();
    }

    private Optional<Place> equalSized(int index) {
        long size = Integer.toUnsignedLong(subtable.getInt(HEAD));
        return Optional.of(place(size * index, Metrics.of(subtable.slice(HEAD + 4, 8))));
    }

    private Optional<Place> paired(int glyph) {
        int count = subtable.getInt(HEAD);
        for (int i = 0; i < count; i++) {
            int at = HEAD + 4 + 4 * i;
            if (word(at) == glyph) {
                return between(word(at + 2), word(at + 6));
            }
        }
        return Optional.empty();
    }

    private Optional<Place> listed(int glyph) {
        int count = subtable.getInt(HEAD + 12);
        for (int i = 0; i < count; i++) {
            if (word(HEAD + 16 + 2 * i) == glyph) {
                return equalSized(i);
            }
        }
        return Optional.empty();
    }

    private Place place(long start, Metrics metrics) {
        return new Place(Integer.toUnsignedLong(subtable.getInt(4)) + start, word(2), metrics);
    }

    private int word(int at) {
        return subtable.getShort(at) & 0xFFFF;
    }
}
