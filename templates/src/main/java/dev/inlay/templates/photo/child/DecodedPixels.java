package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.ImagePixels;
import dev.inlay.templates.photo.Pixels;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

/** Brings what a reader decoded, in whatever colours, to sRGB. */
final class DecodedPixels {
    private DecodedPixels() {
    }

    static Pixels of(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel) {
            return new ImagePixels(image);
        }
        ColorSpace space = model.getColorSpace();
        if (space.getType() == ColorSpace.TYPE_GRAY && plainSamples(image)) {
            return new GrayPixels(image.getRaster(), model.getComponentSize(0));
        }
        return space.isCS_sRGB() ? new ImagePixels(image) : new ImagePixels(converted(image));
    }

    private static boolean plainSamples(BufferedImage image) {
        int type = image.getRaster().getTransferType();
        return (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT)
                && image.getSampleModel() instanceof ComponentSampleModel
                && image.getRaster().getNumBands() <= 2 && !image.isAlphaPremultiplied();
    }

    private static BufferedImage converted(BufferedImage image) {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), type);
        return new ColorConvertOp(null).filter(image, converted);
    }
}
