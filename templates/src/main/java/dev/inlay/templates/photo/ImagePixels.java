package dev.inlay.templates.photo;

import java.awt.image.BufferedImage;

/** The pixels of an image whose colours are sRGB. */
public record ImagePixels(BufferedImage image) implements Pixels {
    @Override
    public int width() {
        return image.getWidth();
    }

    @Override
    public int height() {
        return image.getHeight();
    }

    @Override
    public void row(int y, int[] argb) {
        image.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
    }
}
