package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.UnfitPhotoException;
import java.nio.charset.StandardCharsets;

/** A stretch of a file, read by position; whoever reads beyond its end learns that the file ends too early. */
record Part(byte[] file, int start, int end) {
    Part(byte[] file) {
        this(file, 0, file.length);
    }

    int length() {
        return end - start;
    }

    int u8(long at) throws UnfitPhotoException {
        if (at < 0 || at >= length()) {
            throw new UnfitPhotoException("file ends too early");
        }
        return file[start + (int) at] & 0xFF;
    }

    int u16(long at) throws UnfitPhotoException {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16le(long at) throws UnfitPhotoException {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24le(long at) throws UnfitPhotoException {
        return u16le(at) | u8(at + 2) << 16;
    }

    long u32(long at) throws UnfitPhotoException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    long u32le(long at) throws UnfitPhotoException {
        return u16le(at) | (long) u16le(at + 2) << 16;
    }

    String name(long at) throws UnfitPhotoException {
        u8(at + 3);
        return new String(file, start + (int) at, 4, StandardCharsets.ISO_8859_1);
    }

    /** {@code length} bytes from {@code at}, all of which must be there. */
    Part part(long at, long length) throws UnfitPhotoException {
        if (at < 0 || length < 0 || at + length > length()) {
            throw new UnfitPhotoException("a part of the file is longer than the file");
        }
        return new Part(file, start + (int) at, start + (int) (at + length));
    }
}
