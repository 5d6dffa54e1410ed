package dev.inlay.server.designs;

import java.nio.file.Path;

/**
 * Where an operator's own designs lie. Neither folder need be there.
 *
 * @param templates templates, see {@link dev.inlay.templates.TemplateFolder}
 * @param reload whether templates are read again as soon as they change
 * @param fonts fonts beside the bundled ones (.ttf, .otf, .ttc); read at start
 */
public record DesignSettings(Path templates, boolean reload, Path fonts) { }
