package dev.inlay.templates.text;

import dev.inlay.templates.photo.Scaler;
import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A font with emoji in colour. Java2D shapes it, so that flags, families and skin tones become one glyph, but does not
 * draw it: the bitmaps are ours to read. A bitmap that cannot be read counts as none.
 */
final class ColourFace {
    private static final int INVISIBLE = 0xFFFF;
    private static final int WIDEST = 1024;
    private static final int MOST_REMEMBERED = 128;
    private static final int LARGEST_REMEMBERED = 128;

    private final Font font;
    private final Strikes strikes;
    private final String hash;
    private final Map<Wanted, Optional<Emoji>> drawn = new ConcurrentHashMap<>();

    private record Wanted(int glyph, double size) { }

    ColourFace(Font font, Strikes strikes, String hash) {
        this.font = font;
        this.strikes = strikes;
        this.hash = hash;
    }

    String hash() {
        return hash;
    }

    /** The glyphs of {@code cluster}; none if there is no bitmap for one of them. */
    List<Integer> glyphs(String cluster) {
        GlyphVector shaped = font.layoutGlyphVector(Paragraph.CONTEXT, cluster.toCharArray(), 0, cluster.length(),
                Font.LAYOUT_LEFT_TO_RIGHT);
        List<Integer> glyphs = new ArrayList<>();
        for (int i = 0; i < shaped.getNumGlyphs(); i++) {
            int glyph = shaped.getGlyphCode(i);
            if (glyph == 0 || glyph < INVISIBLE && emoji(glyph, 1).isEmpty()) {
                return List.of();
            }
            if (glyph < INVISIBLE) {
                glyphs.add(glyph);
            }
        }
        return glyphs;
    }

    /** The bitmap of {@code glyph} beside letters of {@code size} picture pixels. */
    Optional<Emoji> emoji(int glyph, double size) {
        if (size > LARGEST_REMEMBERED) {
            return read(glyph, size);
        }
        if (drawn.size() > MOST_REMEMBERED) {
            drawn.clear();
        }
        return drawn.computeIfAbsent(new Wanted(glyph, size), wanted -> read(glyph, size));
    }

    private Optional<Emoji> read(int glyph, double size) {
        try {
            return strikes.bitmap(glyph, size).flatMap(bitmap -> decoded(bitmap.png())
                    .map(image -> scaled(image, bitmap, size / bitmap.pixelsPerSize())));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Emoji scaled(BufferedImage image, Strikes.Bitmap bitmap, double factor) {
        int width = Math.max(1, (int) Math.rint(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.rint(image.getHeight() * factor));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        scaled.setRGB(0, 0, width, height, Scaler.scale(image, width, height), 0, width);
        GlyphRange.Metrics metrics = bitmap.metrics();
        return new Emoji(scaled, metrics.left() * factor, metrics.top() * factor, metrics.advance() * factor);
    }

    private static Optional<BufferedImage> decoded(byte[] png) {
        ByteBuffer header = ByteBuffer.wrap(png);
        if (png.length < 33 || header.getLong(0) != 0x89504E470D0A1A0AL || !sensible(header.getInt(16))
                || !sensible(header.getInt(20))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png))));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static boolean sensible(int length) {
        return length > 0 && length <= WIDEST;
    }
}
