package dev.inlay.templates.text;

import java.awt.font.LineMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sets text into lines. Any string may be given: what cannot be drawn is left out, nothing throws. It remembers what it
 * has set, for a layout asks again and again: one for each picture, used by one thread.
 */
public final class Typesetter {
    private static final String ELLIPSIS = "\u2026";
    private static final String BEFORE_ELLIPSIS = " \u00A0,;:.-\u2013\u2014(/&";
    private static final double KERNING = 0.2;

    private final Fonts fonts;
    private final Locale locale;
    private final Map<Words, Passage> passages = new HashMap<>();
    private final Map<Task, List<Done>> done = new HashMap<>();

    public Typesetter(Fonts fonts, Locale locale) {
        this.fonts = fonts;
        this.locale = locale;
    }

    /** How wide, how many lines, and whether an ellipsis says that more was there. */
    public record Room(double width, int maxLines, boolean ellipsis) { }

    /** What does not depend on the size. */
    private record Words(String text, TextStyle style) { }

    private record Task(String text, TextStyle style, int maxLines, boolean ellipsis) { }

    private record Done(double width, TextBlock block) {
        /** Whether the same lines come out for {@code other}: nothing moves as long as all lines fit. */
        boolean holdsFor(double other) {
            return width == other || block.whole() && block.width() <= other
                    && (block.lines().size() < 2 || other < width);
        }
    }

    /** Whether anything of {@code text} can be seen. */
    public boolean shows(String text, TextStyle style) {
        return !passage(text, style).isEmpty();
    }

    /** What of {@code text} nothing draws, each once. */
    public List<String> missing(String text, TextStyle style) {
        return Stream.concat(passage(text, style).missing().stream(), CleanText.withoutMeaning(text).stream())
                .distinct().toList();
    }

    public TextBlock set(String text, TextStyle style, Room room) {
        List<Done> before = done.computeIfAbsent(new Task(text, style, room.maxLines(), room.ellipsis()),
                task -> new ArrayList<>());
        for (Done each : before) {
            if (each.holdsFor(room.width())) {
                return each.block();
            }
        }
        TextBlock block = block(passage(text, style), style, room);
        before.add(new Done(room.width(), block));
        return block;
    }

    private Passage passage(String text, TextStyle style) {
        return passages.computeIfAbsent(new Words(text, style.withSize(1)),
                words -> Clusters.passage(text, fonts, style, locale));
    }

    private TextBlock block(Passage passage, TextStyle style, Room room) {
        LineMetrics metrics = fonts.metrics(style);
        double height = style.size() * style.lineHeight();
        double ascent = (height - metrics.getAscent() - metrics.getDescent()) / 2 + metrics.getAscent();
        if (passage.isEmpty()) {
            return new TextBlock(List.of(), style.size(), height, ascent, true, passage.rightToLeft());
        }
        Paragraph paragraph = new Paragraph(passage, fonts, style, locale);
        Wrapping wrapping = new Wrapping(paragraph, room);
        return new TextBlock(lines(paragraph, wrapping, style, room), style.size(), height, ascent, wrapping.whole(),
                passage.rightToLeft());
    }

    private List<TextLine> lines(Paragraph paragraph, Wrapping wrapping, TextStyle style, Room room) {
        List<TextLine> lines = new ArrayList<>();
        for (Wrapping.Span span : wrapping.spans()) {
            boolean cut = lines.size() + 1 == wrapping.spans().size() && !wrapping.reachesTheEnd();
            lines.add(cut && room.ellipsis() ? cut(paragraph, span.start(), style, room.width())
                    : paragraph.line(span.start(), paragraph.trimmed(span.start(), span.end())));
        }
        return lines;
    }

    /** The line from {@code start} with as many clusters as fit before an ellipsis. */
    private TextLine cut(Paragraph paragraph, int start, TextStyle style, double width) {
        Passage whole = paragraph.passage();
        Run dots = fonts.letters(ELLIPSIS, style);
        double dotsWidth = ellipsized(whole, start, start, style, dots).width();
        int end = Math.max(paragraph.fitting(start, width - dotsWidth + KERNING * style.size()),
                paragraph.nextCluster(start));
        TextLine line = null;
        while (end > start && (line == null || line.width() > width)) {
            end = withoutLooseEnd(whole.text(), start, end);
            line = ellipsized(whole, start, end, style, dots);
            end = paragraph.previousCluster(end);
        }
        return line;
    }

    private TextLine ellipsized(Passage whole, int start, int end, TextStyle style, Run dots) {
        Passage part = whole.part(start, end, ELLIPSIS, dots);
        return new Paragraph(part, fonts, style, locale).line(0, part.text().length());
    }

    private static int withoutLooseEnd(String text, int start, int end) {
        int kept = end;
        while (kept > start + 1 && BEFORE_ELLIPSIS.indexOf(text.charAt(kept - 1)) >= 0) {
            kept--;
        }
        return kept;
    }
}
