package dev.inlay.templates.design;

import dev.inlay.templates.picture.Picture;
import dev.inlay.templates.picture.UnfitPictureException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The pictures that a template brings along, by the name of the file. */
final class ImageFiles {
    private static final int MOST_BYTES = 256 * 1024;
    /** A template that a mail shows is stored whole, as at most a million characters. */
    private static final int MOST_BYTES_IN_ALL = 512 * 1024;
    private static final long MOST_PIXELS_IN_ALL = 4_000_000;
    /** What all files together may have as Base64, rounded up. */
    static final int MOST_CHARACTERS = MOST_BYTES_IN_ALL / 3 * 4 + 10_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private final Map<String, Picture> pictures = new TreeMap<>();
    private final Map<String, Spot> spots = new TreeMap<>();
    private final Set<String> used = new TreeSet<>();
    private long bytes;
    private long pixels;

    private ImageFiles() {
    }

    /** Files that lie beside the template; {@code spot} stands for all of them. */
    static ImageFiles of(Map<String, byte[]> files, Spot spot, Mistakes mistakes) {
        ImageFiles images = new ImageFiles();
        new TreeMap<>(files).forEach((name, file) -> mistakes.attempt(() -> images.add(name, file, spot)));
        return images;
    }

    /** Files that stand in the template, as {@link #written} put them there. */
    static ImageFiles of(Yaml yaml, Mistakes mistakes) {
        ImageFiles images = new ImageFiles();
        Yaml.Mapping mapping = yaml.mapping("images");
        mapping.entries().forEach((name, text) -> mistakes.attempt(() ->
                images.add(name, bytes(name, text), mapping.keys().get(name))));
        return images;
    }

    /** {@code files} as the end of a template. */
    static String written(Map<String, byte[]> files) {
        StringBuilder written = new StringBuilder("images:\n");
        new TreeMap<>(files).forEach((name, file) -> written.append("  \"").append(name).append("\": \"")
                .append(Base64.getEncoder().encodeToString(file)).append("\"\n"));
        return written.toString();
    }

    Picture picture(Yaml yaml) {
        String name = yaml.text("file");
        if (!spots.containsKey(name)) {
            throw yaml.spot().error("the template has no file '" + name + "'"
                    + Spelling.nearest(name, spots.keySet()).map(near -> " - did you mean '" + near + "'?").orElse(""));
        }
        used.add(name);
        return pictures.get(name);
    }

    /** Refuses files that no node shows. */
    void refuseUnused(Mistakes mistakes) {
        Map<String, Spot> unused = new LinkedHashMap<>(spots);
        unused.keySet().removeAll(used);
        unused.forEach((name, spot) -> mistakes.attempt(() -> {
            throw spot.error("file '" + name + "' is shown by no image node");
        }));
    }

    private Picture add(String name, byte[] file, Spot spot) {
        bytes += file.length;
        if (!NAME.matcher(name).matches()) {
            throw spot.error("a file has a name of letters, digits, dots, hyphens and underlines", name);
        }
        if (file.length > MOST_BYTES || bytes > MOST_BYTES_IN_ALL) {
            throw spot.error("file '" + name + "' has " + file.length + " bytes: at most " + MOST_BYTES
                    + " are allowed, and " + MOST_BYTES_IN_ALL + " in all files together");
        }
        Picture picture = read(name, file, spot);
        pixels += picture.weight();
        if (pixels > MOST_PIXELS_IN_ALL) {
            throw spot.error("file '" + name + "': all files together must have at most 4 megapixels");
        }
        pictures.put(name, picture);
        spots.put(name, spot);
        return picture;
    }

    private static Picture read(String name, byte[] file, Spot spot) {
        try {
            return Picture.read(file);
        } catch (UnfitPictureException e) {
            throw spot.error("file '" + name + "' " + e.getMessage());
        }
    }

    private static byte[] bytes(String name, Yaml yaml) {
        try {
            return Base64.getDecoder().decode(yaml.text(name));
        } catch (IllegalArgumentException _) {
            throw yaml.spot().error("images must hold '" + name + "' as Base64");
        }
    }
}
