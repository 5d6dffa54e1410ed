package dev.inlay.templates;

import dev.inlay.templates.design.KnownFonts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of templates that somebody made: each is {@code NAME.yaml}, and the pictures it names (PNG, JPEG, SVG) lie
 * beside it. Folders in it and all other files are passed over; what leads out of the folder, or is no plain file, is
 * never read. Messages name the file as it was given, line and column.
 */
public final class TemplateFolder {
    /** How many templates a folder may hold. */
    public static final int MAX_TEMPLATES = 200;
    /** The longest file, in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final String ENDING = ".yaml";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern TEMPLATE = Pattern.compile("[^.].*\\.ya?ml");
    private static final Pattern PICTURE = Pattern.compile("[^.].*\\.(png|jpe?g|svg)");

    private final Path folder;
    private final KnownFonts fonts;

    public TemplateFolder(Path folder) {
        this(folder, KnownFonts.ANY);
    }

    /** One in which a font that is not among {@code families} is a mistake. */
    public TemplateFolder(Path folder, List<String> families) {
        this(folder, KnownFonts.of(families));
    }

    private TemplateFolder(Path folder, KnownFonts fonts) {
        this.folder = folder;
        this.fonts = fonts;
    }

    /**
     * What a folder holds.
     *
     * @param templates by name
     * @param mistakes of files that are no templates yet, by their names (without {@code .yaml}); at least one each
     */
    public record Contents(SortedMap<String, Template> templates, SortedMap<String, List<String>> mistakes) {
        static final Contents NONE = new Contents(new TreeMap<>(), new TreeMap<>());

        public Contents {
            templates = Collections.unmodifiableSortedMap(new TreeMap<>(templates));
            mistakes = Collections.unmodifiableSortedMap(new TreeMap<>(mistakes));
        }

        /** All mistakes, a line each. */
        public List<String> lines() {
            return mistakes.values().stream().flatMap(List::stream).toList();
        }
    }

    /** How a folder looks without reading its files: equal as long as nobody writes to one of them. */
    record Look(boolean isThere, List<String> files) { }

    /**
     * Reads all templates, each by itself.
     *
     * @throws TemplateException if the folder cannot be listed, or holds too many
     */
    public Contents read() {
        List<Path> files = list(TEMPLATE);
        if (files.size() > MAX_TEMPLATES) {
            throw new TemplateException(folder + ": a folder has at most " + MAX_TEMPLATES + " templates - has " + files.size());
        }
        List<Path> pictures = list(PICTURE);
        SortedMap<String, Template> templates = new TreeMap<>();
        SortedMap<String, List<String>> mistakes = new TreeMap<>();
        for (Path file : files) {
            try {
                templates.put(nameOf(file), read(file, pictures));
            } catch (TemplateException e) {
                mistakes.put(nameOf(file), e.problems());
            }
        }
        return new Contents(templates, mistakes);
    }

    /**
     * The one template that {@code file} holds, with the pictures beside it.
     *
     * @throws TemplateException saying what is wrong, and where
     */
    public static Template read(Path file) {
        Path parent = file.getParent();
        TemplateFolder folder = new TemplateFolder(parent == null ? Path.of("") : parent);
        return folder.read(file, folder.list(PICTURE));
    }

    boolean isThere() {
        return Files.isDirectory(folder);
    }

    Look look() {
        try {
            List<String> files = new ArrayList<>();
            for (Path file : Stream.concat(list(TEMPLATE).stream(), list(PICTURE).stream()).toList()) {
                files.add(file + " " + (Files.exists(file)
                        ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "gone"));
            }
            return new Look(true, List.copyOf(files));
        } catch (IOException | TemplateException e) {
            return new Look(isThere(), List.of());
        }
    }

    private List<Path> list(Pattern names) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> names.matcher(lowerCase(file)).matches()).sorted().toList();
        } catch (IOException e) {
            throw new TemplateException(folder + ": is no folder that can be read");
        }
    }

    private Template read(Path file, List<Path> pictures) {
        String name = nameOf(file);
        if (!file.toString().endsWith(ENDING) || !NAME.matcher(name).matches()) {
            throw mistake(file, "a template's file is called NAME.yaml: 1 to 40 small letters, digits and hyphens");
        }
        String yaml = text(file);
        Set<String> named = NamedFiles.of(yaml);
        Map<String, byte[]> files = new TreeMap<>();
        pictures.stream().filter(picture -> named.contains(picture.getFileName().toString()))
                .forEach(picture -> files.put(picture.getFileName().toString(), bytes(picture)));
        try {
            return Template.parse(name, yaml, files, fonts);
        } catch (TemplateException e) {
            throw new TemplateException(e.problems().stream().map(problem -> located(problem, name, file)).toList());
        }
    }

    private static String text(Path file) {
        byte[] bytes = bytes(file);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw mistake(file, "a template is UTF-8 text");
        }
    }

    /** The whole file, unless it is too long or lies elsewhere. */
    private static byte[] bytes(Path file) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(file.toAbsolutePath().getParent().toRealPath())) {
                throw mistake(file, "leads out of its folder");
            }
            if (!Files.isRegularFile(real)) {
                throw mistake(file, "is no plain file");
            }
            try (InputStream in = Files.newInputStream(real)) {
                return limited(file, in.readNBytes(MAX_BYTES + 1));
            }
        } catch (IOException e) {
            throw mistake(file, "cannot be read");
        }
    }

    private static byte[] limited(Path file, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw mistake(file, "has at most " + MAX_BYTES / 1024 + " KB");
        }
        return bytes;
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    private static String lowerCase(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /** {@code message} of a template called {@code name}, naming its file. */
    private static String located(String message, String name, Path file) {
        return message.startsWith(name + ":") ? file + message.substring(name.length()) : file + ":1:1: " + message;
    }

    private static TemplateException mistake(Path file, String rule) {
        return new TemplateException(file + ":1:1: " + rule);
    }
}
