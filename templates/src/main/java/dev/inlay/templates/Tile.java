package dev.inlay.templates;

/** A picture that can go out: {@code bytes} of a PNG, {@code width} and {@code height} in pixels. */
public record Tile(byte[] bytes, int width, int height) { }
