package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Pixels;
import java.awt.image.Raster;

/**
 * The pixels of a gray image of 1 to 16 bits, with or without alpha. The samples are taken as they are: Java2D holds
 * gray for linear light and would make it brighter.
 */
record GrayPixels(Raster raster, int bits) implements Pixels {
    @Override
    public int width() {
        return raster.getWidth();
    }

    @Override
    public int height() {
        return raster.getHeight();
    }

    @Override
    public boolean opaque() {
        return raster.getNumBands() == 1;
    }

    @Override
    public void row(int y, int[] argb) {
        int bands = raster.getNumBands();
        int[] samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, argb.length, 1, (int[]) null);
        for (int x = 0; x < argb.length; x++) {
            int gray = eightBits(samples[x * bands]);
            int alpha = bands == 1 ? 255 : eightBits(samples[x * bands + 1]);
            argb[x] = alpha << 24 | gray << 16 | gray << 8 | gray;
        }
    }

    private int eightBits(int sample) {
        int most = (1 << bits) - 1;
        return (sample * 255 + most / 2) / most;
    }
}
