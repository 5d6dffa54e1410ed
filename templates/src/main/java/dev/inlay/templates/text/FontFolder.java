package dev.inlay.templates.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The fonts of the operator's folder, by file name.
 *
 * @param families of letters; a family may stand there several times
 * @param colours faces with emoji in colour
 * @param problems fonts whose emoji cannot be read, each with the reason
 */
record FontFolder(List<Family> families, List<ColourFace> colours, List<String> problems) {
    private static final int MOST_FILES = 500;

    static final FontFolder EMPTY = new FontFolder(List.of(), List.of(), List.of());

    /** @throws IllegalArgumentException with the name of a file that is no font, or of a folder that is none */
    static FontFolder read(Path folder) {
        FontFolder found = new FontFolder(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path file : files(folder)) {
            try {
                found.add(file);
            } catch (IOException | FontFormatException | RuntimeException e) {
                throw new IllegalArgumentException("font cannot be read - was '" + file + "'", e);
            }
        }
        return found;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> fonts = files.filter(FontFolder::isFont).sorted().limit(MOST_FILES + 1).toList();
            if (fonts.size() > MOST_FILES) {
                throw new IllegalArgumentException("font folder must hold at most " + MOST_FILES
                        + " fonts, those that templates need - was '" + folder + "'");
            }
            return fonts;
        } catch (IOException e) {
            throw new IllegalArgumentException("font folder cannot be read - was '" + folder + "'", e);
        }
    }

    private static boolean isFont(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".woff") || name.endsWith(".woff2")) {
            throw new IllegalArgumentException("font must be .ttf, .otf or .ttc - was '" + file + "'");
        }
        return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
    }

    private void add(Path file) throws IOException, FontFormatException {
        String hash = hash(file);
        List<FontTables> tables = FontTables.of(file);
        Font[] fonts = Font.createFonts(file.toFile());
        for (int i = 0; i < Math.min(fonts.length, tables.size()); i++) {
            if (tables.get(i).has("CBDT")) {
                addColours(file, fonts[i], tables.get(i), hash);
            } else {
                addLetters(fonts[i], FaceNames.of(tables.get(i)), hash);
            }
        }
    }

    private void addLetters(Font font, FaceNames names, String hash) {
        families.add(new Family(names.family().orElseGet(() -> font.getFamily(Locale.ENGLISH)),
                List.of(new Face(font, names.weight(), names.italic(), hash))));
    }

    private void addColours(Path file, Font font, FontTables tables, String hash) {
        try {
            colours.add(new ColourFace(font, new Strikes(tables), hash));
        } catch (IOException e) {
            problems.add("font " + file.getFileName() + ": its emoji cannot be read: " + e.getMessage());
        }
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, FaceFiles.sha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }
}
