package dev.inlay.templates.raster;

import dev.inlay.templates.design.Node;
import dev.inlay.templates.layout.Box;
import dev.inlay.templates.layout.Placed;
import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.photo.Scaler;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Lays a photo into its box: scaled, never distorted, and multiplied with the background, so that a packshot's white
 * takes the colour of the box. What the photo leaves free is filled with the colour of the photo's own edge.
 */
final class PhotoPainter {
    private static final double MOST_ENLARGED = 3;
    private static final int DARK = 150;
    private static final int WHITE = 0xFFFFFF;

    private final Placed.Picture picture;
    private final BufferedImage photo;
    private final Box room;

    PhotoPainter(Placed.Picture picture, Photo photo) {
        this.picture = picture;
        this.photo = photo.image();
        boolean cover = picture.fit() == Node.PhotoFit.COVER;
        Box inner = cover ? picture.box() : picture.room();
        this.room = new Box(inner.x() - picture.box().x(), inner.y() - picture.box().y(), inner.width(),
                inner.height());
    }

    /** The pixels of the whole box, opaque. */
    BufferedImage paint() {
        int width = (int) picture.box().width();
        int height = (int) picture.box().height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(pixels, multiplies() ? EdgeColour.of(photo).orElse(WHITE) : background());
        layPhoto(pixels, width, height);
        finish(pixels);
        return image;
    }

    private void layPhoto(int[] pixels, int width, int height) {
        double factor = factor();
        int scaledWidth = Math.max(1, (int) Math.rint(photo.getWidth() * factor));
        int scaledHeight = Math.max(1, (int) Math.rint(photo.getHeight() * factor));
        int[] scaled = Scaler.scale(photo, scaledWidth, scaledHeight);
        int left = (int) Math.rint(room.x() + (room.width() - scaledWidth) / 2);
        int top = (int) Math.rint(room.y() + (room.height() - scaledHeight) / 2);
        for (int y = Math.max(0, top); y < Math.min(height, top + scaledHeight); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + scaledWidth); x++) {
                int at = y * width + x;
                pixels[at] = over(scaled[(y - top) * scaledWidth + x - left], pixels[at]);
            }
        }
    }

    private double factor() {
        double horizontal = room.width() / photo.getWidth();
        double vertical = room.height() / photo.getHeight();
        return picture.fit() == Node.PhotoFit.COVER ? Math.max(horizontal, vertical)
                : Math.min(MOST_ENLARGED, Math.min(horizontal, vertical));
    }

    /** Multiplies with the background, then fades towards it. */
    private void finish(int[] pixels) {
        int ground = background();
        boolean multiplied = multiplies();
        int share = (int) Math.rint(picture.opacity() * 255);
        for (int i = 0; i < pixels.length; i++) {
            int pixel = multiplied ? multiplied(pixels[i], ground) : pixels[i];
            pixels[i] = over(share << 24 | pixel & WHITE, ground);
        }
    }

    /** A dark background would swallow the photo. */
    private boolean multiplies() {
        int ground = background();
        return Math.min(ground >> 16 & 0xFF, Math.min(ground >> 8 & 0xFF, ground & 0xFF)) >= DARK;
    }

    private int background() {
        int argb = picture.background().argb();
        return picture.background().visible() ? argb & WHITE : WHITE;
    }

    private static int multiplied(int one, int other) {
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
