package dev.inlay.templates.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads font files: those we carry, and those of the operator's folder. */
final class FaceFiles {
    private static final String INTER = "/com/formdev/flatlaf/fonts/inter/Inter-";
    private static final String LIBERATION = "/liberation/LiberationSans-";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    private FaceFiles() {
    }

    /** Inter, Liberation Sans and DejaVu Sans. */
    static List<Family> bundled() {
        return List.of(
                new Family("Inter", List.of(bundled(INTER + "Light.otf", 300), bundled(INTER + "Regular.otf", 400),
                        bundled(INTER + "SemiBold.otf", 600), bundled(INTER + "Bold.otf", 700))),
                new Family("Liberation Sans", List.of(bundled(LIBERATION + "Regular.ttf", 400),
                        bundled(LIBERATION + "Bold.ttf", 700))),
                new Family("DejaVu Sans", List.of(bundled(DEJAVU + ".ttf", 400), bundled(DEJAVU + "-Bold.ttf", 700))));
    }

    private static Face bundled(String resource, int weight) {
        try (InputStream in = FaceFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("font is missing on the class path: " + resource);
            }
            return faces(in.readAllBytes(), weight).getFirst();
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("font cannot be read: " + resource, e);
        }
    }

    /** All fonts of {@code folder}, by file name; a file that is no font stops with its name. */
    static List<Family> folder(Path folder) {
        List<Family> faces = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(FaceFiles::namesFont).sorted().toList()) {
                file(file).forEach(face -> faces.add(
                        new Family(face.font().getFamily(Locale.ENGLISH), List.of(face))));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("font folder cannot be read - was '" + folder + "'", e);
        }
        return List.copyOf(faces);
    }

    private static boolean namesFont(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
    }

    private static List<Face> file(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            return faces(Files.readAllBytes(file), name.contains("bold") ? 700 : 400);
        } catch (FontFormatException e) {
            throw new IllegalArgumentException("font cannot be read - was '" + file + "'", e);
        }
    }

    private static List<Face> faces(byte[] bytes, int weight) throws IOException, FontFormatException {
        String hash = sha256(bytes);
        return Stream.of(Font.createFonts(new ByteArrayInputStream(bytes)))
                .map(font -> new Face(font, weight, hash)).toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
