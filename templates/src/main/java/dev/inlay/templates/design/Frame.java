package dev.inlay.templates.design;

/** The surface of a box: fill, border inside its edge, rounded corners; lengths in css pixels. */
public record Frame(Fill background, Ink border, double borderWidth, double radius) { }
