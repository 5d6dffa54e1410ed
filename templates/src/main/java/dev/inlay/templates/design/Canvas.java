package dev.inlay.templates.design;

/** Size in css pixels, picture pixels per css pixel, and what lies under all nodes. */
public record Canvas(int width, int height, int density, Ink background) { }
