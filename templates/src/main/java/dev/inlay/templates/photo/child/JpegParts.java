package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.Format;
import dev.inlay.templates.photo.UnfitPhotoException;

/** Walks through the markers of a JPEG: too many of them, or too many scans, keep a decoder busy for minutes. */
final class JpegParts {
    private static final int MOST_MARKERS = 1000;
    private static final int MOST_SCANS = 100;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP1 = 0xE1;

    private final Part part;
    private int markers;
    private int scans;
    private int width;
    private int height;
    private int orientation = 1;
    private boolean whole;

    private JpegParts(byte[] file) {
        this.part = new Part(file);
    }

    static Header header(byte[] file) throws UnfitPhotoException {
        JpegParts parts = new JpegParts(file);
        parts.walk();
        if (parts.width == 0) {
            throw new UnfitPhotoException("JPEG without a frame");
        }
        return new Header(Format.JPEG, parts.width, parts.height, parts.orientation, parts.whole);
    }

    private void walk() throws UnfitPhotoException {
        int at = 2;
        while (true) {
            at = nextMarker(at);
            if (at < 0) {
                return;
            }
            int marker = part.u8(at + 1);
            if (marker == END_OF_IMAGE) {
                whole = true;
                return;
            }
            count(marker);
            at += 2;
            if (hasLength(marker)) {
                int length = at + 2 <= part.length() ? part.u16(at) : part.length();
                read(marker, at, length);
                at += Math.max(2, length);
            }
        }
    }

    /** Where the next marker begins, or -1: a JPEG may be cut off and is drawn as far as it goes. */
    private int nextMarker(int from) {
        byte[] file = part.file();
        for (int at = from; at + 1 < file.length; at++) {
            int code = file[at + 1] & 0xFF;
            boolean restart = code >= 0xD0 && code <= 0xD7;
            if (file[at] == (byte) 0xFF && code != 0 && code != 0xFF && !restart) {
                return at;
            }
        }
        return -1;
    }

    private void count(int marker) throws UnfitPhotoException {
        scans += marker == START_OF_SCAN ? 1 : 0;
        if (++markers > MOST_MARKERS || scans > MOST_SCANS) {
            throw new UnfitPhotoException("JPEG must have at most " + MOST_MARKERS + " markers and " + MOST_SCANS
                    + " scans");
        }
    }

    private void read(int marker, int at, int length) throws UnfitPhotoException {
        if (isFrame(marker) && at + 7 <= part.length()) {
            Header.checkSize(part.u16(at + 5), part.u16(at + 3));
            height = Math.max(height, part.u16(at + 3));
            width = Math.max(width, part.u16(at + 5));
        } else if (marker == APP1 && orientation == 1 && at + length <= part.length() && length > 8) {
            orientation = ExifOrientation.ofSegment(part.part(at + 2, length - 2));
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean hasLength(int marker) {
        return marker >= 0xC0 && marker != 0xD8 && marker != 0xFF;
    }
}
