package dev.inlay.server.console.settings;

/**
 * Facts of the installation for the operator.
 *
 * @param publicUrl what snippets and the SDK point at
 * @param store which database holds everything
 */
public record Installation(String version, String publicUrl, String store) { }
