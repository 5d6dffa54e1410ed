package dev.inlay.templates.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The fonts that we carry. */
final class FaceFiles {
    private static final String INTER = "/com/formdev/flatlaf/fonts/inter/Inter-";
    private static final String LIBERATION = "/liberation/LiberationSans-";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    private FaceFiles() {
    }

    /** Inter, Liberation Sans and DejaVu Sans. */
    static List<Family> bundled() {
        return List.of(
                new Family("Inter", List.of(face(INTER + "Light.otf", 300), face(INTER + "Regular.otf", 400),
                        face(INTER + "SemiBold.otf", 600), face(INTER + "Bold.otf", 700))),
                new Family("Liberation Sans",
                        List.of(face(LIBERATION + "Regular.ttf", 400), face(LIBERATION + "Bold.ttf", 700))),
                new Family("DejaVu Sans", List.of(face(DEJAVU + ".ttf", 400), face(DEJAVU + "-Bold.ttf", 700))));
    }

    private static Face face(String resource, int weight) {
        try (InputStream in = FaceFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("font is missing on the class path: " + resource);
            }
            byte[] bytes = in.readAllBytes();
            Font font = Font.createFonts(new ByteArrayInputStream(bytes))[0];
            return new Face(font, weight, false, HexFormat.of().formatHex(sha256().digest(bytes)));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("font cannot be read: " + resource, e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
