package dev.inlay.templates.text;

/** How glyphs are set: {@code size} in picture pixels, {@code weight} 300 to 700, {@code letterSpacing} in sizes. */
public record TextStyle(double size, int weight, double letterSpacing) {
    public TextStyle withSize(double other) {
        return new TextStyle(other, weight, letterSpacing);
    }

    /** For letters that join each other. */
    TextStyle withoutLetterSpacing() {
        return new TextStyle(size, weight, 0);
    }
}
