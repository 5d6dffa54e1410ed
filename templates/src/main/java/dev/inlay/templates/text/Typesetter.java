package dev.inlay.templates.text;

import java.awt.font.LineMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sets text into lines. Any string may be given: what cannot be drawn is left out, nothing throws. It remembers what it
 * has set, for a layout asks again and again: one for each picture, used by one thread.
 */
public final class Typesetter {
    private static final String ELLIPSIS = "\u2026";
    private static final String BEFORE_ELLIPSIS = " \u00A0,;:.-\u2013\u2014(/&";

    private static final TextStyle ANY = new TextStyle(16, 400, 0);

    private final Fonts fonts;
    private final Map<Task, TextBlock> done = new HashMap<>();

    public Typesetter(Fonts fonts) {
        this.fonts = fonts;
    }

    /** How wide, how many lines, and whether an ellipsis says that more was there. */
    public record Room(double width, int maxLines, boolean ellipsis) { }

    private record Task(String text, TextStyle style, double lineHeight, Locale locale, Room room) { }

    /** Whether anything of {@code text} can be seen. */
    public boolean shows(String text, Locale locale) {
        return new Clusters(fonts, ANY, locale).shows(CleanText.of(text));
    }

    /** {@code lineHeight} in sizes. */
    public TextBlock set(String text, TextStyle style, double lineHeight, Locale locale, Room room) {
        return done.computeIfAbsent(new Task(text, style, lineHeight, locale, room), this::block);
    }

    private TextBlock block(Task task) {
        TextStyle style = task.style();
        List<TextLine> lines = paragraph(CleanText.of(task.text()), style, task.locale())
                .map(paragraph -> lines(paragraph, style, task.locale(), task.room())).orElse(List.of());
        LineMetrics metrics = fonts.derive(fonts.first(style.weight()), style)
                .getLineMetrics("x", Paragraph.CONTEXT);
        double height = style.size() * task.lineHeight();
        double ascent = (height - metrics.getAscent() - metrics.getDescent()) / 2 + metrics.getAscent();
        return new TextBlock(lines, height, ascent);
    }

    private List<TextLine> lines(Paragraph paragraph, TextStyle style, Locale locale, Room room) {
        List<TextLine> lines = new ArrayList<>();
        int start = 0;
        while (start < paragraph.length() && lines.size() < room.maxLines()) {
            int end = paragraph.lineEnd(start, room.width());
            boolean cut = lines.size() + 1 == room.maxLines() && end < paragraph.length();
            lines.add(cut && room.ellipsis()
                    ? cut(paragraph, start, style, locale, room.width())
                    : new TextLine(paragraph.layout(start, paragraph.trimmed(start, end))));
            start = end;
        }
        return lines;
    }

    /** The line from {@code start} with as many clusters as fit before an ellipsis. */
    private TextLine cut(Paragraph paragraph, int start, TextStyle style, Locale locale, double width) {
        int end = Math.max(paragraph.fitting(start, width), paragraph.nextCluster(start));
        TextLine line = null;
        while (end > start && (line == null || line.width() > width)) {
            end = withoutLooseEnd(paragraph.text(), start, end);
            line = ellipsized(paragraph, start, end, style, locale);
            end = paragraph.previousCluster(end);
        }
        return line;
    }

    private TextLine ellipsized(Paragraph whole, int start, int end, TextStyle style, Locale locale) {
        String direction = whole.layout(start, end).isLeftToRight() ? "\u200E" : "\u200F";
        String text = direction + whole.text().substring(start, end) + ELLIPSIS;
        return new TextLine(paragraph(text, style, locale).orElse(whole).layoutAll());
    }

    private static int withoutLooseEnd(String text, int start, int end) {
        int kept = end;
        while (kept > start + 1 && BEFORE_ELLIPSIS.indexOf(text.charAt(kept - 1)) >= 0) {
            kept--;
        }
        return kept;
    }

    private Optional<Paragraph> paragraph(String clean, TextStyle style, Locale locale) {
        return new Clusters(fonts, style, locale).paragraph(clean);
    }
}
