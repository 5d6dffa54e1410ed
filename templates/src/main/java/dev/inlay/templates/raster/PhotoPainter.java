package dev.inlay.templates.raster;

import dev.inlay.templates.design.PhotoLook;
import dev.inlay.templates.layout.Box;
import dev.inlay.templates.layout.Placed;
import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.photo.Scaler;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lays a photo into its box: scaled, never distorted, and multiplied with the background, so that a packshot's white
 * takes the colour of the box. Beyond a photo before a plain ground the ground goes on; a scene reaches the edges.
 */
final class PhotoPainter {
    private static final double MOST_ENLARGED = 3;
    private static final double MOST_LOST = 0.22;
    private static final double MOST_LOST_AT_ALL = 0.875;
    private static final double MOST_PIXELS = 8_000_000;
    private static final int DARK = 150;
    private static final int WHITE = 0xFFFFFF;

    private final Placed.Picture picture;
    private final BufferedImage photo;
    private final Edges edges;
    private final boolean covers;
    private final Box room;
    private final int width;
    private final int height;
    private final int[] grounds;
    private final boolean multiplied;

    PhotoPainter(Placed.Picture picture, Photo photo) {
        this.picture = picture;
        this.photo = picture.look().trim() ? Margin.cut(photo.image()) : photo.image();
        this.edges = Edges.of(this.photo);
        this.covers = switch (picture.look().fit()) {
            case COVER -> coverable();
            case CONTAIN -> false;
            case AUTO -> scene() && lostByCovering() <= MOST_LOST;
        };
        this.width = (int) picture.box().width();
        this.height = (int) picture.box().height();
        this.grounds = Paints.pixels(picture.background(), width, height);
        this.multiplied = Arrays.stream(grounds).allMatch(PhotoPainter::light);
        this.room = covers ? picture.box() : edges.room(picture.box(), picture.room());
    }

    /** The pixels of the whole box, opaque. */
    BufferedImage paint() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        layPhoto(pixels);
        finish(pixels);
        return image;
    }

    private boolean scene() {
        boolean wide = picture.box().width() * photo.getHeight() > picture.box().height() * photo.getWidth();
        return !edges.leavesFree(wide) && !photo.getColorModel().hasAlpha();
    }

    /** A strip of pixels over a large box would be scaled to something enormous, of which nearly nothing is seen. */
    private boolean coverable() {
        double factor = Math.max(picture.box().width() / photo.getWidth(), picture.box().height() / photo.getHeight());
        return lostByCovering() <= MOST_LOST_AT_ALL
                || photo.getWidth() * factor * photo.getHeight() * factor <= MOST_PIXELS;
    }

    /** The share of the photo that would stand out of the box if it filled the box. */
    private double lostByCovering() {
        double wide = (double) photo.getWidth() / photo.getHeight();
        double boxWide = picture.box().width() / picture.box().height();
        return 1 - Math.min(wide, boxWide) / Math.max(wide, boxWide);
    }

    private void layPhoto(int[] pixels) {
        double factor = factor();
        int scaledWidth = Math.max(1, (int) Math.rint(photo.getWidth() * factor));
        int scaledHeight = Math.max(1, (int) Math.rint(photo.getHeight() * factor));
        int[] scaled = Scaler.scale(photo, scaledWidth, scaledHeight);
        Surround surround = new Surround(scaled, scaledWidth, scaledHeight, edges);
        int left = (int) Math.rint(room.x() - picture.box().x() + left(scaledWidth));
        int top = (int) Math.rint(room.y() - picture.box().y() + top(scaledHeight));
        for (int y = -top, i = 0; y < height - top; y++) {
            for (int x = -left; x < width - left; x++, i++) {
                int ground = multiplied ? WHITE : grounds[i];
                boolean inside = x >= 0 && y >= 0 && x < scaledWidth && y < scaledHeight;
                if (inside) {
                    pixels[i] = over(scaled[y * scaledWidth + x], ground);
                } else {
                    pixels[i] = multiplied ? surround.at(x, y) : ground;
                }
            }
        }
    }

    private double left(int scaledWidth) {
        double free = room.width() - scaledWidth;
        return focus().map(focus -> shifted(free, room.width() / 2 - focus.x() * scaledWidth))
                .orElseGet(() -> edges.before(free));
    }

    private double top(int scaledHeight) {
        double free = room.height() - scaledHeight;
        return focus().map(focus -> shifted(free, room.height() / 2 - focus.y() * scaledHeight))
                .orElseGet(() -> edges.above(free));
    }

    private Optional<PhotoLook.Focus> focus() {
        return covers ? picture.look().focus() : Optional.empty();
    }

    /** As near to {@code wanted} as leaves no part of the box free. */
    private static double shifted(double free, double wanted) {
        return Math.clamp(wanted, Math.min(0, free), 0);
    }

    private double factor() {
        double horizontal = room.width() / photo.getWidth();
        double vertical = room.height() / photo.getHeight();
        return covers ? Math.max(horizontal, vertical)
                : Math.min(MOST_ENLARGED, Math.min(horizontal, vertical));
    }

    /** Multiplies with the background, then fades towards it. */
    private void finish(int[] pixels) {
        int share = (int) Math.rint(picture.look().opacity() * 255);
        for (int i = 0; i < pixels.length; i++) {
            int pixel = multiplied ? multiplied(pixels[i], grounds[i]) : pixels[i];
            pixels[i] = over(share << 24 | pixel & WHITE, grounds[i]);
        }
    }

    /** A dark background would swallow the photo. */
    private static boolean light(int ground) {
        return Math.min(ground >> 16 & 0xFF, Math.min(ground >> 8 & 0xFF, ground & 0xFF)) >= DARK;
    }

    private static int multiplied(int one, int other) {
        if (other == WHITE) {
            return one;
        }
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            result |= rounded((one >> shift & 0xFF) * (other >> shift & 0xFF)) << shift;
        }
        return result;
    }

    private static int over(int argb, int ground) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb & WHITE;
        }
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int mixed = (argb >> shift & 0xFF) * alpha + (ground >> shift & 0xFF) * (255 - alpha);
            result |= rounded(mixed) << shift;
        }
        return result;
    }

    private static int rounded(int times255) {
        return (times255 + 127) / 255;
    }
}
