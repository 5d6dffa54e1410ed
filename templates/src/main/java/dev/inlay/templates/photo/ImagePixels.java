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
        switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR -> bytes(y, argb);
            case BufferedImage.TYPE_INT_ARGB -> image.getRaster().getDataElements(0, y, argb.length, 1, argb);
            case BufferedImage.TYPE_INT_RGB -> opaque(y, argb);
            default -> image.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
        }
    }

    /** As {@code getRGB}, which asks the colour model for each pixel and takes ten times as long. */
    private void bytes(int y, int[] argb) {
        byte[] samples = (byte[]) image.getRaster().getDataElements(0, y, argb.length, 1, null);
        for (int x = 0; x < argb.length; x++) {
            argb[x] = 0xFF000000 | (samples[3 * x] & 0xFF) << 16 | (samples[3 * x + 1] & 0xFF) << 8
                    | samples[3 * x + 2] & 0xFF;
        }
    }

    private void opaque(int y, int[] argb) {
        image.getRaster().getDataElements(0, y, argb.length, 1, argb);
        for (int x = 0; x < argb.length; x++) {
            argb[x] |= 0xFF000000;
        }
    }
}
