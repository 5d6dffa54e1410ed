package dev.inlay.templates;

/**
 * A design: canvas, density and nodes, read from YAML and checked. Immutable; {@link #version()} names its content.
 */
public final class Template {
    private Template() {
    }

    /**
     * Reads {@code yaml}.
     *
     * @throws TemplateException with {@code name}, line and column
     */
    public static Template parse(String name, String yaml) {
        throw new UnsupportedOperationException("next");
    }

    public String name() {
        throw new UnsupportedOperationException("next");
    }

    /** SHA-256 of {@link #content()}, 64 hex characters. */
    public String version() {
        throw new UnsupportedOperationException("next");
    }

    /** The YAML as it was read. */
    public String content() {
        throw new UnsupportedOperationException("next");
    }

    /** Width in css pixels: what a mail prints as {@code width}. */
    public int cssWidth() {
        throw new UnsupportedOperationException("next");
    }

    public int cssHeight() {
        throw new UnsupportedOperationException("next");
    }

    /** Pixels of the picture: css pixels times density. */
    public int pixelWidth() {
        throw new UnsupportedOperationException("next");
    }

    public int pixelHeight() {
        throw new UnsupportedOperationException("next");
    }
}
