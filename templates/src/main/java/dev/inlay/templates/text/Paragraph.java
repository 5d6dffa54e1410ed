package dev.inlay.templates.text;

import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.font.TextMeasurer;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** A clean text in one style, each cluster in the first font that covers it. Never empty. */
final class Paragraph {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final double TOLERANCE = 0.01;

    private final String text;
    private final AttributedString attributed;
    private final TextMeasurer measurer;
    private final BreakIterator clusters;
    private final BreakIterator breaks;

    Paragraph(String text, List<Clusters.Run> runs, Locale locale) {
        this.text = text;
        this.attributed = new AttributedString(text);
        int start = 0;
        for (Clusters.Run run : runs) {
            attributed.addAttribute(TextAttribute.FONT, run.font(), start, start + run.length());
            start += run.length();
        }
        this.measurer = new TextMeasurer(attributed.getIterator(), CONTEXT);
        this.clusters = BreakIterator.getCharacterInstance(locale);
        this.breaks = BreakIterator.getLineInstance(locale);
        clusters.setText(text);
        breaks.setText(text);
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    TextLayout layout(int start, int end) {
        return measurer.getLayout(start, end);
    }

    TextLayout layoutAll() {
        return layout(0, length());
    }

    /** The cluster border behind the last cluster that fits into {@code width}; may be {@code start}. */
    int fitting(int start, double width) {
        if (fits(start, length(), width)) {
            return length();
        }
        int guess = measurer.getLineBreakIndex(start, (float) Math.max(0, width));
        int end = clusters.isBoundary(guess) ? guess : clusters.preceding(guess);
        while (end > start && !fits(start, end, width)) {
            end = clusters.preceding(end);
        }
        while (fits(start, clusters.following(end), width)) {
            end = clusters.following(end);
        }
        return end;
    }

    /** The measurer's own sums leave kerning out; only a layout knows. */
    private boolean fits(int start, int end, double width) {
        return end == start || layout(start, end).getAdvance() <= width + TOLERANCE;
    }

    int nextCluster(int index) {
        return clusters.following(index);
    }

    int previousCluster(int index) {
        return clusters.preceding(index);
    }

    /** Where a line from {@code start} ends: between words if it can be, else within a word, never empty. */
    int lineEnd(int start, double width) {
        int limit = fitting(start, width);
        int behindSpaces = limit;
        while (behindSpaces < length() && text.charAt(behindSpaces) == ' ') {
            behindSpaces++;
        }
        if (behindSpaces >= length() || breaks.isBoundary(behindSpaces)) {
            return Math.max(behindSpaces, nextCluster(start));
        }
        int between = breaks.preceding(behindSpaces);
        return between > start ? between : Math.max(limit, nextCluster(start));
    }

    /** {@code end} without the spaces before it. */
    int trimmed(int start, int end) {
        int trimmed = end;
        while (trimmed > start && text.charAt(trimmed - 1) == ' ') {
            trimmed--;
        }
        return trimmed;
    }
}
