package dev.inlay.templates.text;

import java.util.List;

/**
 * The lines of a text; all are {@code lineHeight} high and have their baseline {@code ascent} below their top.
 *
 * @param whole whether all of the text is there and no word was broken
 * @param rightToLeft from which side the text is read
 */
public record TextBlock(List<TextLine> lines, double size, double lineHeight, double ascent, boolean whole,
        boolean rightToLeft) {
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
