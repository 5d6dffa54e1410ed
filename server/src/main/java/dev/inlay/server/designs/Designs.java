package dev.inlay.server.designs;

import dev.inlay.templates.TemplateException;
import dev.inlay.templates.TemplateFolder;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileRenderer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The templates and fonts of a node. Where the settings want it, changed templates are in use about a second after
 * their files rest; a mistake in one is logged and leaves it as it was.
 */
public final class Designs implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Designs.class.getName());
    /** Folders are looked at and not listened to: a network folder tells nobody of its changes. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final boolean reload;
    private final TemplateLibrary templates;
    private final TileRenderer renderer;
    private volatile Thread looking;

    private Designs(boolean reload, TemplateLibrary templates, TileRenderer renderer) {
        this.reload = reload;
        this.templates = templates;
        this.renderer = renderer;
    }

    /**
     * Reads both folders.
     *
     * @throws IllegalArgumentException with a line for each mistake
     */
    public static Designs read(DesignSettings settings) {
        TemplateLibrary templates = templates(settings.templates());
        templates.replaced().forEach(name -> LOG.log(Level.INFO,
                "template " + name + " of " + settings.templates() + " replaces the bundled one"));
        return new Designs(settings.reload(), templates, renderer(settings.fonts()));
    }

    public TemplateLibrary templates() {
        return templates;
    }

    public TileRenderer renderer() {
        return renderer;
    }

    /** Begins to look after changes, if the settings want it. */
    public void start() {
        if (reload) {
            looking = Thread.ofVirtual().name("template-reload").start(this::look);
        }
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.interrupt();
        }
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                reload();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reload() {
        try {
            TemplateLibrary.Reload latest = templates.reload();
            latest.changes().forEach(change -> LOG.log(Level.INFO, change));
            latest.mistakes().forEach(mistake -> LOG.log(Level.WARNING, mistake + " (the version before stays)"));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "templates cannot be read again", e);
        }
    }

    private static TemplateLibrary templates(Path folder) {
        try {
            return TemplateLibrary.with(new TemplateFolder(folder));
        } catch (TemplateException e) {
            throw new IllegalArgumentException(
                    "INLAY_TEMPLATES_DIR must hold good templates only\n" + String.join("\n", e.problems()));
        }
    }

    /** Drawing with the fonts of {@code folder}, too, if it is there. */
    private static TileRenderer renderer(Path folder) {
        try {
            return Files.isDirectory(folder) ? new TileRenderer(folder) : new TileRenderer();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("INLAY_FONTS_DIR must hold good fonts only: " + e.getMessage());
        }
    }
}
