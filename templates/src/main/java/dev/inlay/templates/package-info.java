/**
 * What Inlay draws: a template and a product become a tile.
 *
 * <p>The door is {@link dev.inlay.templates.TemplateLibrary}, {@link dev.inlay.templates.TileRenderer} and
 * {@link dev.inlay.templates.photo.PhotoDecoder}. Knows fonts, pixels and PNG; knows no HTTP and no SQL.
 */
package dev.inlay.templates;
