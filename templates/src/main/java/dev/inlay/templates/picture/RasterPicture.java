package dev.inlay.templates.picture;

import dev.inlay.templates.photo.Scaler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A PNG or a JPEG. */
record RasterPicture(BufferedImage image) implements Picture {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final long MOST_PIXELS = 4_000_000;

    static boolean isRaster(byte[] file) {
        return startsWith(file, PNG) || startsWith(file, JPEG);
    }

    static RasterPicture read(byte[] file) throws UnfitPictureException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(startsWith(file, PNG) ? "png" : "jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            return new RasterPicture(argb(reader.read(0)));
        } catch (IOException | RuntimeException _) {
            throw new UnfitPictureException("cannot be read: it is damaged");
        } finally {
            reader.dispose();
        }
    }

    @Override
    public double width() {
        return image.getWidth();
    }

    @Override
    public double height() {
        return image.getHeight();
    }

    @Override
    public long weight() {
        return (long) image.getWidth() * image.getHeight();
    }

    @Override
    public BufferedImage in(int width, int height, boolean covering) {
        BufferedImage box = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        if (covering) {
            box.setRGB(0, 0, width, height, Scaler.scale(middle((double) width / height), width, height), 0, width);
            return box;
        }
        double factor = Math.min((double) width / image.getWidth(), (double) height / image.getHeight());
        int wide = Math.clamp((int) Math.rint(image.getWidth() * factor), 1, width);
        int high = Math.clamp((int) Math.rint(image.getHeight() * factor), 1, height);
        box.setRGB((width - wide) / 2, (height - high) / 2, wide, high, Scaler.scale(image, wide, high), 0, wide);
        return box;
    }

    /** The largest part in the middle that is so much wider than high. */
    private BufferedImage middle(double aspect) {
        int wide = Math.clamp((int) Math.rint(image.getHeight() * aspect), 1, image.getWidth());
        int high = Math.clamp((int) Math.rint(image.getWidth() / aspect), 1, image.getHeight());
        return image.getSubimage((image.getWidth() - wide) / 2, (image.getHeight() - high) / 2, wide, high);
    }

    private static void checkSize(long width, long height) throws UnfitPictureException {
        if (width * height > MOST_PIXELS) {
            throw new UnfitPictureException("must have at most 4 megapixels, not " + width + " x " + height);
        }
    }

    /** In the one form that is cheap to read. */
    private static BufferedImage argb(BufferedImage read) {
        int width = read.getWidth();
        BufferedImage image = new BufferedImage(width, read.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < read.getHeight(); y++) {
            image.setRGB(0, y, width, 1, read.getRGB(0, y, width, 1, null, 0, width), 0, width);
        }
        return image;
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length > start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }
}
