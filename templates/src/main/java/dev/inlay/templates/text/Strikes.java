package dev.inlay.templates.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bitmaps of a font (tables CBLC and CBDT): PNG files, one per glyph and size. Every offset may be wrong: what lies
 * outside of its table is an {@link IOException}.
 */
final class Strikes {
    private static final int HEAD = 8;
    private static final int SIZE_RECORD = 48;
    private static final int MOST_STRIKES = 64;
    private static final int MOST_RANGES = 10_000;
    private static final int LONGEST_PNG = 1 << 20;

    private final FontTables tables;
    private final List<Strike> strikes = new ArrayList<>();

    private record Strike(int pixelsPerSize, List<GlyphRange> ranges) { }

    /** A PNG, and where it stands: all in its own pixels, of which {@code pixelsPerSize} are one size. */
    record Bitmap(byte[] png, GlyphRange.Metrics metrics, int pixelsPerSize) { }

    Strikes(FontTables tables) throws IOException {
        this.tables = tables;
        try {
            ByteBuffer index = tables.table("CBLC");
            int count = index.getInt(4);
            if (count < 1 || count > MOST_STRIKES) {
                throw new IOException("CBLC must have 1 to " + MOST_STRIKES + " sizes - was " + count);
            }
            for (int i = 0; i < count; i++) {
                strikes.add(strike(index, index.slice(HEAD + i * SIZE_RECORD, SIZE_RECORD)));
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("CBLC ends too early", e);
        }
    }

    private static Strike strike(ByteBuffer index, ByteBuffer size) throws IOException {
        int start = size.getInt(0);
        int count = size.getInt(8);
        int pixelsPerSize = size.get(45) & 0xFF;
        if (count < 0 || count > MOST_RANGES || pixelsPerSize == 0) {
            throw new IOException("CBLC has a size of " + pixelsPerSize + " with " + count + " ranges");
        }
        List<GlyphRange> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ByteBuffer entry = index.slice(Math.addExact(start, 8 * i), 8);
            int at = Math.addExact(start, entry.getInt(4));
            ranges.add(new GlyphRange(entry.getShort(0) & 0xFFFF, entry.getShort(2) & 0xFFFF,
                    index.slice(at, index.limit() - at)));
        }
        return new Strike(pixelsPerSize, ranges);
    }

    /** The bitmap of {@code glyph} that is best for letters of {@code size}: not smaller, if there is one. */
    Optional<Bitmap> bitmap(int glyph, double size) throws IOException {
        Strike best = strikes.getFirst();
        for (Strike each : strikes) {
            boolean suffices = best.pixelsPerSize() >= size;
            if (suffices ? each.pixelsPerSize() >= size && each.pixelsPerSize() < best.pixelsPerSize()
                    : each.pixelsPerSize() > best.pixelsPerSize()) {
                best = each;
            }
        }
        try {
            for (GlyphRange range : best.ranges()) {
                Optional<GlyphRange.Place> place = range.find(glyph);
                if (place.isPresent()) {
                    return Optional.of(bitmap(place.get(), best.pixelsPerSize()));
                }
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("CBLC leads to nowhere", e);
        }
    }

    private Bitmap bitmap(GlyphRange.Place place, int pixelsPerSize) throws IOException {
        int before = switch (place.format()) {
            case 17 -> 5;
            case 18 -> 8;
            case 19 -> 0;
            default -> throw new IOException("bitmaps have format 17 to 19 - was " + place.format());
        };
        ByteBuffer head = tables.part("CBDT", place.offset(), before + 4);
        int length = head.getInt(before);
        if (length < 0 || length > LONGEST_PNG) {
            throw new IOException("a bitmap has at most " + LONGEST_PNG + " bytes - was " + length);
        }
        GlyphRange.Metrics metrics = before == 0 ? place.metrics() : GlyphRange.Metrics.of(head);
        return new Bitmap(tables.part("CBDT", place.offset() + before + 4, length).array(), metrics, pixelsPerSize);
    }
}
