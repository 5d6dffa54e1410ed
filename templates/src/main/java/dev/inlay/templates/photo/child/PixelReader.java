package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.photo.PhotoDecoder;
import dev.inlay.templates.photo.Scaler;
import dev.inlay.templates.photo.UnfitPhotoException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Decodes the first picture of a file whose header was found good. */
final class PixelReader {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    /** Larger pictures are read coarsely: every second, third ... pixel. */
    private static final double MOST_PIXELS = 6_000_000;

    private static final int GRAY = 128;

    private PixelReader() {
    }

    static Photo read(byte[] file, Header header) throws IOException, UnfitPhotoException {
        BufferedImage image = decoded(file, header);
        double factor = Math.min(1, PhotoDecoder.MAX_SIDE / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.rint(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.rint(image.getHeight() * factor));
        int[] pixels = Scaler.scale(DecodedPixels.of(image), width, height);
        if (!header.whole() && endsGray(pixels, width)) {
            throw new UnfitPhotoException("file ends too early");
        }
        return Turn.upright(header.orientation(), pixels, width, height);
    }

    /** Where the pixels of a JPEG are missing its reader leaves an even gray. */
    private static boolean endsGray(int[] pixels, int width) {
        int last = pixels[pixels.length - 1];
        for (int i = pixels.length - width; i < pixels.length; i++) {
            if (pixels[i] != last) {
                return false;
            }
        }
        return Math.abs((last & 0xFF) - GRAY) <= 2 && (last & 0xFF) == (last >> 8 & 0xFF)
                && (last & 0xFF) == (last >> 16 & 0xFF);
    }

    /** Asks one reader after the other; the deadline is for all of them. */
    private static BufferedImage decoded(byte[] file, Header header) throws IOException, UnfitPhotoException {
        long deadline = DeadlineInput.worked() + LONGEST.toNanos();
        Exception failure = new UnfitPhotoException("no reader for " + header.format());
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(header.format().readerName());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            try (DeadlineInput input = new DeadlineInput(file, deadline)) {
                reader.setInput(input, true, true);
                return decoded(reader);
            } catch (IOException | RuntimeException e) {
                failure = e;
            } finally {
                reader.dispose();
            }
        }
        throw new UnfitPhotoException("cannot be decoded (" + failure.getClass().getSimpleName() + ")");
    }

    private static BufferedImage decoded(ImageReader reader) throws IOException, UnfitPhotoException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        Header.checkSize(width, height);
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = step(width, height);
        if (step > 1) {
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        return reader.read(0, parameters);
    }

    /** Never so coarse that less than twice the size that is kept would remain. */
    private static int step(int width, int height) {
        int coarse = (int) Math.ceil(Math.sqrt((double) width * height / MOST_PIXELS));
        return Math.max(1, Math.min(coarse, Math.max(width, height) / (2 * PhotoDecoder.MAX_SIDE)));
    }
}
