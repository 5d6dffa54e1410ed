package dev.inlay.templates.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a face says of itself in its tables {@code name} and {@code OS/2}. */
record FaceNames(Optional<String> family, int weight, boolean italic) {
    private static final int UNICODE_OF_WINDOWS = 3;
    private static final int ENGLISH = 0x409;
    private static final int TYPOGRAPHIC_FAMILY = 16;
    private static final int FAMILY = 1;

    /** @throws IOException if a table cannot be read */
    static FaceNames of(FontTables tables) throws IOException {
        try {
            Optional<String> family = Optional.empty();
            if (tables.has("name")) {
                ByteBuffer names = tables.table("name");
                family = name(names, TYPOGRAPHIC_FAMILY).or(() -> name(names, FAMILY));
            }
            ByteBuffer style = tables.has("OS/2") ? tables.table("OS/2") : ByteBuffer.allocate(0);
            boolean full = style.limit() >= 64;
            return new FaceNames(family, full ? style.getShort(4) & 0xFFFF : 400,
                    full && (style.getShort(62) & 1) != 0);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("its names cannot be read", e);
        }
    }

    private static Optional<String> name(ByteBuffer names, int wanted) {
        int count = names.getShort(2) & 0xFFFF;
        int texts = names.getShort(4) & 0xFFFF;
        for (int at = 6; at < 6 + 12 * count; at += 12) {
            if (names.getShort(at) == UNICODE_OF_WINDOWS && names.getShort(at + 4) == ENGLISH
                    && names.getShort(at + 6) == wanted) {
                ByteBuffer text = names.slice(texts + (names.getShort(at + 10) & 0xFFFF),
                        names.getShort(at + 8) & 0xFFFF);
                return Optional.of(StandardCharsets.UTF_16BE.decode(text).toString());
            }
        }
        return Optional.empty();
    }
}
