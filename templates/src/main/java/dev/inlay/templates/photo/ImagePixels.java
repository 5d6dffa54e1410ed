package dev.inlay.templates.photo;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

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
    public boolean opaque() {
        return !image.getColorModel().hasAlpha();
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
        Raster raster = image.getRaster();
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
        int at = raster.getDataBuffer().getOffset() + model.getOffset(raster.getMinX()
                - raster.getSampleModelTranslateX(), raster.getMinY() + y - raster.getSampleModelTranslateY(), 2);
        for (int x = 0; x < argb.length; x++, at += 3) {
            argb[x] = 0xFF000000 | (samples[at + 2] & 0xFF) << 16 | (samples[at + 1] & 0xFF) << 8
                    | samples[at] & 0xFF;
        }
    }

    private void opaque(int y, int[] argb) {
        image.getRaster().getDataElements(0, y, argb.length, 1, argb);
        for (int x = 0; x < argb.length; x++) {
            argb[x] |= 0xFF000000;
        }
    }
}
