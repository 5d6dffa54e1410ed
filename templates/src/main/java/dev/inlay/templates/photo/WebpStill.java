package dev.inlay.templates.photo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Takes the first frame out of an animated WebP, as a WebP of its own: readers colour frames wrongly. */
final class WebpStill {
    private static final int FRAME_HEADER = 16;
    private static final int ALPHA = 0x10;

    private final Part frame;

    private WebpStill(Part frame) {
        this.frame = frame;
    }

    /** {@code file}, or its first frame if it is animated. Its parts must have been found whole. */
    static byte[] of(byte[] file) throws UnfitPhotoException {
        Part whole = new Part(file);
        for (long at = 12; at + 8 <= whole.length();) {
            long length = whole.u32le(at + 4);
            if (whole.name(at).equals("ANMF")) {
                return new WebpStill(whole.part(at + 8, length)).still();
            }
            at += 8 + length + (length & 1);
        }
        return file;
    }

    private byte[] still() throws UnfitPhotoException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        if (frame.name(FRAME_HEADER).equals("ALPH")) {
            chunks.writeBytes(extendedHeader());
        }
        for (long at = FRAME_HEADER; at + 8 <= frame.length();) {
            long length = frame.u32le(at + 4);
            String name = frame.name(at);
            if (name.equals("ALPH") || name.startsWith("VP8")) {
                write(chunks, frame.part(at, 8 + length));
                chunks.write(new byte[1], 0, (int) (length & 1));
            }
            at += 8 + length + (length & 1);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(little(chunks.size(), 4));
        file.writeBytes(chunks.toByteArray());
        return file.toByteArray();
    }

    private byte[] extendedHeader() throws UnfitPhotoException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes("VP8X".getBytes(StandardCharsets.US_ASCII));
        header.writeBytes(little(10, 4));
        header.writeBytes(little(ALPHA, 4));
        header.writeBytes(little(frame.u24le(6), 3));
        header.writeBytes(little(frame.u24le(9), 3));
        return header.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Part part) {
        out.write(part.file(), part.start(), part.length());
    }

    private static byte[] little(int number, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (number >> 8 * i);
        }
        return bytes;
    }
}
