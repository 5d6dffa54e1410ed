package dev.inlay.templates.picture;

import dev.inlay.templates.photo.Scaler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A PNG or a JPEG. Its pixels are given up when memory is short, and decoded again when they are needed. */
final class RasterPicture implements Picture {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final long MOST_PIXELS = 4_000_000;

    private final byte[] file;
    private final int width;
    private final int height;
    private volatile SoftReference<BufferedImage> pixels;

    private RasterPicture(byte[] file, BufferedImage image) {
        this.file = file;
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.pixels = new SoftReference<>(image);
    }

    static boolean isRaster(byte[] file) {
        return startsWith(file, PNG) || startsWith(file, JPEG);
    }

    static RasterPicture read(byte[] file) throws UnfitPictureException {
        return new RasterPicture(file.clone(), decoded(file));
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public long weight() {
        return (long) width * height;
    }

    @Override
    public BufferedImage in(int boxWidth, int boxHeight, boolean covering) {
        BufferedImage box = new BufferedImage(boxWidth, boxHeight, BufferedImage.TYPE_INT_ARGB);
        BufferedImage image = covering ? middle((double) boxWidth / boxHeight) : image();
        double factor = Math.min((double) boxWidth / width, (double) boxHeight / height);
        int wide = covering ? boxWidth : Math.clamp((int) Math.rint(width * factor), 1, boxWidth);
        int high = covering ? boxHeight : Math.clamp((int) Math.rint(height * factor), 1, boxHeight);
        box.setRGB((boxWidth - wide) / 2, (boxHeight - high) / 2, wide, high, Scaler.scale(image, wide, high), 0, wide);
        return box;
    }

    /** The largest part in the middle that is so much wider than high. */
    private BufferedImage middle(double aspect) {
        int wide = Math.clamp((int) Math.rint(height * aspect), 1, width);
        int high = Math.clamp((int) Math.rint(width / aspect), 1, height);
        return image().getSubimage((width - wide) / 2, (height - high) / 2, wide, high);
    }

    private BufferedImage image() {
        BufferedImage kept = pixels.get();
        if (kept != null) {
            return kept;
        }
        try {
            BufferedImage image = decoded(file);
            pixels = new SoftReference<>(image);
            return image;
        } catch (UnfitPictureException e) {
            throw new IllegalStateException("a picture was decoded before, and cannot be now", e);
        }
    }

    private static BufferedImage decoded(byte[] file) throws UnfitPictureException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(startsWith(file, PNG) ? "png" : "jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            return argb(reader.read(0));
        } catch (IOException | RuntimeException _) {
            throw new UnfitPictureException("cannot be read: it is damaged");
        } finally {
            reader.dispose();
        }
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
