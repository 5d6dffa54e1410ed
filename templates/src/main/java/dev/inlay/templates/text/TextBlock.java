package dev.inlay.templates.text;

import java.util.List;

/** The lines of a text; all are {@code lineHeight} high and have their baseline {@code ascent} below their top. */
public record TextBlock(List<TextLine> lines, double lineHeight, double ascent) {
    public TextBlock {
        lines = List.copyOf(lines);
    }

    public double width() {
        return lines.stream().mapToDouble(TextLine::width).max().orElse(0);
    }

    public double height() {
        return lines.size() * lineHeight;
    }
}
