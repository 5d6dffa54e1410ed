package dev.inlay.templates.photo;

import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import dev.inlay.templates.photo.PhotoDecoder.Outcome.Decoded;
import dev.inlay.templates.photo.PhotoDecoder.Outcome.Refused;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a child says, as bytes: one that tells the kind, then a picture (width, height, whether it has alpha, ARGB) or a
 * reason (its length, ASCII). The reading side believes nothing: a child may have been taken over by a file.
 */
public final class Answers {
    private static final int READY = '+';
    private static final int DECODED = 'D';
    private static final int REFUSED = 'R';
    private static final int LONGEST_REASON = 200;

    private Answers() {
    }

    /** Says that photos may come. */
    public static void writeReady(DataOutputStream out) throws IOException {
        out.writeByte(READY);
        out.flush();
    }

    public static void write(Outcome outcome, DataOutputStream out) throws IOException {
        switch (outcome) {
            case Decoded(Photo photo) -> writePicture(photo.image(), out);
            case Refused(String reason) -> writeReason(printable(reason), out);
        }
        out.flush();
    }

    static void readReady(DataInputStream in) throws IOException {
        check(in.readUnsignedByte() == READY);
    }

    /**
     * Reads an answer, which takes at most {@link PhotoDecoder#MAX_SIDE} pixels squared of memory.
     *
     * @throws IOException if there is none, or something else
     */
    static Outcome read(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        check(kind == DECODED || kind == REFUSED);
        return kind == DECODED ? new Decoded(new Photo(readPicture(in))) : new Refused(readReason(in));
    }

    private static void writePicture(BufferedImage image, DataOutputStream out) throws IOException {
        out.writeByte(DECODED);
        out.writeInt(image.getWidth());
        out.writeInt(image.getHeight());
        out.writeBoolean(image.getColorModel().hasAlpha());
        Pixels pixels = new ImagePixels(image);
        int[] row = new int[image.getWidth()];
        ByteBuffer bytes = ByteBuffer.allocate(row.length * Integer.BYTES);
        for (int y = 0; y < image.getHeight(); y++) {
            pixels.row(y, row);
            bytes.asIntBuffer().put(row);
            out.write(bytes.array());
        }
    }

    private static BufferedImage readPicture(DataInputStream in) throws IOException {
        int width = side(in.readInt());
        int height = side(in.readInt());
        int type = in.readBoolean() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(width, height, type);
        int[] row = new int[width];
        ByteBuffer bytes = ByteBuffer.allocate(width * Integer.BYTES);
        for (int y = 0; y < height; y++) {
            in.readFully(bytes.array());
            bytes.asIntBuffer().get(row);
            image.getRaster().setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    private static int side(int pixels) throws IOException {
        check(pixels >= 1 && pixels <= PhotoDecoder.MAX_SIDE);
        return pixels;
    }

    private static void writeReason(String reason, DataOutputStream out) throws IOException {
        out.writeByte(REFUSED);
        out.writeByte(reason.length());
        out.write(reason.getBytes(StandardCharsets.US_ASCII));
    }

    private static String readReason(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedByte()];
        in.readFully(bytes);
        return printable(new String(bytes, StandardCharsets.US_ASCII));
    }

    /** One line of ASCII, cut to {@value #LONGEST_REASON} characters. */
    static String printable(String text) {
        String clean = text.replaceAll("[^ -~]+", " ").strip();
        return clean.substring(0, Math.min(LONGEST_REASON, clean.length()));
    }

    private static void check(boolean good) throws IOException {
        if (!good) {
            throw new StreamCorruptedException();
        }
    }
}
