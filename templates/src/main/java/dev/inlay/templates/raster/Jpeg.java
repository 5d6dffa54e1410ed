package dev.inlay.templates.raster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Codes a picture as JPEG: equal pixels give equal bytes. Colours have as many samples as brightness, so that coloured
 * text keeps its edges.
 */
public final class Jpeg {
    private static final float QUALITY = 0.82f;
    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    static {
        // no temporary files
        ImageIO.setUseCache(false);
    }

    private Jpeg() {
    }

    public static byte[] write(BufferedImage image) {
        ImageWriter writer = writer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (Closeable out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), settings);
            sampleAll(metadata);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The Java machine's own, whatever others stand on the class path. */
    private static ImageWriter writer() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getModule() == ImageIO.class.getModule()) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java machine writes no JPEG");
    }

    private static void sampleAll(IIOMetadata metadata) throws IIOInvalidTreeException {
        Node tree = metadata.getAsTree(FORMAT);
        Element first = (Element) ((Element) tree).getElementsByTagName("componentSpec").item(0);
        first.setAttribute("HsamplingFactor", "1");
        first.setAttribute("VsamplingFactor", "1");
        metadata.setFromTree(FORMAT, tree);
    }
}
