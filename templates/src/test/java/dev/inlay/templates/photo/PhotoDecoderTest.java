package dev.inlay.templates.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import dev.inlay.templates.png.PngWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoDecoderTest {
    private static final int RED = 0xFFFF0000;

    private static final PhotoDecoder DECODER = new PhotoDecoder();

    @AfterAll
    static void close() {
        DECODER.close();
    }

    @ParameterizedTest
    @CsvSource({"1200, 900, 800, 600", "300, 200, 300, 200", "4000, 60, 800, 12", "60, 4000, 12, 800", "1, 1, 1, 1"})
    void photoIsMadeSmallerNeverLarger(int width, int height, int keptWidth, int keptHeight) throws IOException {
        Photo photo = decoded(coded(corner(width, height), "png"));

        assertEquals(keptWidth + "x" + keptHeight, photo.image().getWidth() + "x" + photo.image().getHeight());
    }

    /** The red quarter of the stored picture is its upper left one; Exif tells where it belongs. */
    @ParameterizedTest
    @CsvSource({"1, 64x32, left upper", "2, 64x32, right upper", "3, 64x32, right lower", "4, 64x32, left lower",
        "5, 32x64, left upper", "6, 32x64, right upper", "7, 32x64, right lower", "8, 32x64, left lower"})
    void exifTurnsThePhotoUpright(int orientation, String size, String place) throws IOException {
        BufferedImage image = decoded(withExif(coded(corner(64, 32), "jpeg"), orientation)).image();

        assertEquals(size, image.getWidth() + "x" + image.getHeight());
        int x = place.startsWith("left") ? 4 : image.getWidth() - 5;
        int y = place.endsWith("upper") ? 4 : image.getHeight() - 5;
        assertTrue(nearRed(image.getRGB(x, y)), place);
        assertFalse(nearRed(image.getRGB(image.getWidth() - 1 - x, y)), place);
    }

    @Test
    void transparencyIsKeptWhereThereIsSome() throws IOException {
        BufferedImage half = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        half.setRGB(3, 3, 0x80123456);
        BufferedImage full = corner(20, 20);

        assertEquals(0x80123456, decoded(coded(half, "png")).image().getRGB(3, 3));
        assertFalse(decoded(coded(full, "png")).image().getColorModel().hasAlpha());
    }

    @Test
    void grayIsNotMadeBrighter() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
            BufferedImage gray = new BufferedImage(8, 8, type);
            for (int i = 0; i < 64; i++) {
                gray.getRaster().setSample(i % 8, i / 8, 0, type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 * 257);
            }

            assertEquals(0xFF646464, decoded(coded(gray, "png")).image().getRGB(4, 4));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<!DOCTYPE html><html><body>404</body></html> | no picture format that is drawn (HTML)",
        "<?xml version='1.0'?><svg xmlns='x'/>        | no picture format that is drawn (SVG)",
        "hello                                        | no picture format that is drawn (unknown)",
        "''                                           | file is empty",
        "GIF89a                                       | file ends too early",
    })
    void otherFilesAreRefusedWithAReason(String file, String reason) {
        assertEquals(new Outcome.Refused(reason), DECODER.decode(file.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void largeFilesAreRefused() {
        byte[] file = new byte[10 * 1024 * 1024 + 1];

        assertEquals(new Outcome.Refused("file must be at most 10 MB - was 10485761 bytes"), DECODER.decode(file));
    }

    @Test
    void bombIsRefusedByItsHeader() {
        byte[] png = PngWriter.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        png[18] = 0x7F;
        png[22] = 0x7F;

        assertEquals(new Outcome.Refused("photo must have at most 25 megapixels and 20000 pixels a side - was "
                + "32513 x 32513"), DECODER.decode(png));
    }

    @Test
    void webpThatLiesAboutItsLengthIsRefused() {
        byte[] webp = HexFormat.of().parseHex("5249464692090000574542505650382 01a000000".replace(" ", ""));

        assertEquals(new Outcome.Refused("WebP must be as long as it declares - was 20 bytes, declared 2458"),
                DECODER.decode(webp));
    }

    @Test
    void tooManyScansAreRefused() throws IOException {
        byte[] jpeg = coded(corner(16, 16), "jpeg");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 101; i++) {
            bomb.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2});
        }

        assertEquals(new Outcome.Refused("JPEG must have at most 1000 markers and 100 scans"),
                DECODER.decode(bomb.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void everyPrefixAndEveryBitErrorEnds(String format) throws IOException {
        byte[] file = coded(corner(24, 24), format);
        for (int length = 0; length < file.length; length += Math.max(1, file.length / 120)) {
            DECODER.decode(Arrays.copyOf(file, length));
            byte[] bent = file.clone();
            bent[length] ^= 0x55;
            DECODER.decode(bent);
        }
    }

    @Test
    void cutOffJpegIsRefusedWhereItsGrayWouldShow() throws IOException {
        byte[] jpeg = coded(corner(400, 400), "jpeg");

        assertEquals(new Outcome.Refused("file ends too early"), DECODER.decode(Arrays.copyOf(jpeg, jpeg.length / 2)));
        assertInstanceOf(Outcome.Decoded.class, DECODER.decode(Arrays.copyOf(jpeg, jpeg.length - 2)));
    }

    @Test
    void storedPhotoIsReadBack() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB}) {
            BufferedImage image = new BufferedImage(30, 20, type);
            image.setRGB(5, 5, 0x80402010);
            Photo photo = new Photo(image);

            Photo read = Photo.fromPng(photo.toPng());

            assertArrayEquals(photo.toPng(), read.toPng());
            assertEquals(image.getRGB(5, 5), read.image().getRGB(5, 5));
        }
    }

    @Test
    void otherBytesAreNoStoredPhoto() {
        assertThrows(IOException.class, () -> Photo.fromPng(new byte[] {1, 2, 3}));
        assertThrows(IOException.class, () -> Photo.fromPng(Arrays.copyOf(new Photo(corner(9, 9)).toPng(), 50)));
    }

    private Photo decoded(byte[] file) {
        return assertInstanceOf(Outcome.Decoded.class, DECODER.decode(file)).photo();
    }

    private static boolean nearRed(int pixel) {
        return (pixel >> 16 & 0xFF) > 200 && (pixel >> 8 & 0xFF) < 90;
    }

    /** White with a red upper left quarter. */
    private static BufferedImage corner(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(RED));
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    private static byte[] coded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] exif = HexFormat.of().parseHex("ffe1002245786966000049492a0008000000010012010300010000000"
                + orientation + "00000000000000");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
