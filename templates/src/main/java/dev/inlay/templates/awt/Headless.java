package dev.inlay.templates.awt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Prepares Java2D before its first class loads: no screen is looked for, and a font configuration of our own spares it
 * the search for fonts of the operating system, which fails where none are installed.
 */
public final class Headless {
    private static final String CONFIGURATION = "sun.awt.fontconfig";

    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        if (System.getProperty(CONFIGURATION) == null && readsFontconfig()) {
            System.setProperty(CONFIGURATION, writeConfiguration().toString());
        }
    }

    private Headless() {
    }

    /** Call it in the static initializer of every class that others may use first. */
    public static void prepare() {
        // the static initializer above has done it, once
    }

    private static boolean readsFontconfig() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return !system.contains("windows") && !system.contains("mac");
    }

    private static Path writeConfiguration() {
        try {
            Path file = Files.createTempFile("inlay-fonts", ".properties");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "version=1\nsequence.allfonts=default\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for temporary files must be writable", e);
        }
    }
}
