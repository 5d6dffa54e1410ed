package dev.inlay.templates.text;

import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.font.TextMeasurer;
import java.text.AttributedString;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A passage at one size. Never empty. */
final class Paragraph {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final double TOLERANCE = 0.01;

    private final Passage passage;
    private final Locale locale;
    private final TextMeasurer measurer;
    private final ClusterBorders clusters;
    private final NavigableMap<Integer, Emoji> emojis = new TreeMap<>();
    private LineBreaks breaks;
    private Measured last = new Measured(0, 0, null);

    private record Measured(int start, int end, TextLayout layout) { }

    Paragraph(Passage passage, Fonts fonts, TextStyle style, Locale locale) {
        this.passage = passage;
        this.locale = locale;
        AttributedString attributed = new AttributedString(passage.text());
        attributed.addAttribute(TextAttribute.RUN_DIRECTION, passage.rightToLeft());
        int start = 0;
        for (Run run : passage.runs()) {
            switch (run) {
                case Run.Letters letters -> attributed.addAttribute(TextAttribute.FONT, fonts.derive(letters, style),
                        start, start + run.length());
                case Run.Bitmap bitmap -> place(bitmap, start, attributed, fonts, style);
            }
            start += run.length();
        }
        this.measurer = new TextMeasurer(attributed.getIterator(), CONTEXT);
        this.clusters = ClusterBorders.of(passage.text(), locale);
    }

    private void place(Run.Bitmap bitmap, int start, AttributedString attributed, Fonts fonts, TextStyle style) {
        Emoji emoji = bitmap.face().emoji(bitmap.glyph(), style.size()).orElse(Emoji.NONE);
        attributed.addAttribute(TextAttribute.FONT, fonts.base(style), start, start + bitmap.length());
        attributed.addAttribute(TextAttribute.CHAR_REPLACEMENT, emoji.room(), start, start + bitmap.length());
        for (int i = 0; i < bitmap.length(); i++) {
            emojis.put(start + i, emoji);
        }
    }

    Passage passage() {
        return passage;
    }

    int length() {
        return passage.text().length();
    }

    TextLine line(int start, int end) {
        TextLayout layout = layout(start, end);
        return new TextLine(layout, emojis.subMap(start, end).entrySet().stream().map(entry ->
                TextLine.Picture.of(entry.getValue(), layout, entry.getKey() - start)).toList());
    }

    double width(int start, int end) {
        return end == start ? 0 : layout(start, end).getAdvance();
    }

    private TextLayout layout(int start, int end) {
        if (last.layout() == null || last.start() != start || last.end() != end) {
            last = new Measured(start, end, measurer.getLayout(start, end));
        }
        return last.layout();
    }

    /** The cluster border behind the last cluster that fits into {@code width}; may be {@code start}. */
    int fitting(int start, double width) {
        if (fits(start, length(), width)) {
            return length();
        }
        int guess = measurer.getLineBreakIndex(start, (float) Math.max(0, width));
        int end = Math.max(start, clusters.atOrBefore(guess));
        while (end > start && !fits(start, end, width)) {
            end = Math.max(start, clusters.before(end));
        }
        while (end < length() && fits(start, clusters.after(end), width)) {
            end = clusters.after(end);
        }
        return end;
    }

    /** The measurer's own sums leave kerning out; only a layout knows. */
    boolean fits(int start, int end, double width) {
        return width(start, end) <= width + TOLERANCE;
    }

    int nextCluster(int index) {
        return clusters.after(index);
    }

    int previousCluster(int index) {
        return clusters.before(index);
    }

    /** Where a line from {@code start} ends: between words if it can be, else within a word, never empty. */
    int lineEnd(int start, double width) {
        int limit = fitting(start, width);
        int behindSpaces = limit;
        while (behindSpaces < length() && passage.text().charAt(behindSpaces) == ' ') {
            behindSpaces++;
        }
        if (behindSpaces >= length() || breaks().isEnd(behindSpaces)) {
            return Math.max(behindSpaces, nextCluster(start));
        }
        int between = breaks().before(behindSpaces);
        return between > start ? between : Math.max(limit, nextCluster(start));
    }

    LineBreaks breaks() {
        if (breaks == null) {
            breaks = new LineBreaks(passage.text(), locale);
        }
        return breaks;
    }

    /** {@code end} without the spaces before it. */
    int trimmed(int start, int end) {
        int trimmed = end;
        while (trimmed > start && passage.text().charAt(trimmed - 1) == ' ') {
            trimmed--;
        }
        return trimmed;
    }
}
