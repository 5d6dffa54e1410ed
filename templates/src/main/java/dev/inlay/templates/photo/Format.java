package dev.inlay.templates.photo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The formats that are drawn, told by the first bytes of a file, never by its name. */
public enum Format {
    JPEG, PNG, GIF, WEBP, BMP, TIFF;

    /**
     * The format of {@code file}.
     *
     * @throws UnfitPhotoException if it is none of these; the reason says what it may be
     */
    public static Format of(byte[] file) throws UnfitPhotoException {
        if (file.length == 0) {
            throw new UnfitPhotoException("file is empty");
        }
        String start = new String(file, 0, Math.min(16, file.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00FF\u00D8")) {
            return JPEG;
        }
        if (start.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return GIF;
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (start.startsWith("BM")) {
            return BMP;
        }
        if (start.startsWith("II*\0") || start.startsWith("MM\0*") || start.startsWith("II+\0")
                || start.startsWith("MM\0+")) {
            return TIFF;
        }
        throw new UnfitPhotoException("no picture format that is drawn (" + otherKind(file, start) + ")");
    }

    /** The name by which ImageIO knows it. */
    public String readerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String otherKind(byte[] file, String start) {
        String text = new String(file, 0, Math.min(512, file.length), StandardCharsets.ISO_8859_1)
                .strip().toLowerCase(Locale.ROOT);
        if (text.contains("<svg")) {
            return "SVG";
        }
        if (text.startsWith("<")) {
            return text.contains("html") ? "HTML" : "XML or HTML";
        }
        if (start.startsWith("\0\0\1\0")) {
            return "ICO";
        }
        if (start.startsWith("ftyp", 4)) {
            return "AVIF, HEIF or video";
        }
        return start.startsWith("%PDF") ? "PDF" : "unknown";
    }
}
