package dev.inlay.templates.text;

import java.util.ArrayList;
import java.util.List;

/** Divides a paragraph into lines: each takes what fits, but no text ends with one short word alone. */
final class Wrapping {
    /** A last word up to this share of the line above it is short. */
    private static final double SHORT = 0.4;

    private final Paragraph paragraph;
    private final Typesetter.Room room;
    private final List<Span> spans = new ArrayList<>();

    /** The characters of a line. */
    record Span(int start, int end) { }

    Wrapping(Paragraph paragraph, Typesetter.Room room) {
        this.paragraph = paragraph;
        this.room = room;
        int start = 0;
        while (start < paragraph.length() && spans.size() < room.maxLines()) {
            int end = paragraph.lineEnd(start, room.width());
            spans.add(new Span(start, end));
            start = end;
        }
        if (reachesTheEnd() && spans.size() > 1) {
            moveWordDown();
        }
    }

    List<Span> spans() {
        return spans;
    }

    boolean reachesTheEnd() {
        return spans.isEmpty() || spans.getLast().end() == paragraph.length();
    }

    /** Whether the text is there to its end, and all lines end between words. */
    boolean whole() {
        return reachesTheEnd() && spans.stream().allMatch(span -> paragraph.breaks().isEnd(span.end())
                && paragraph.fits(span.start(), paragraph.trimmed(span.start(), span.end()), room.width()));
    }

    /** If the last line is one short word and the two last lines become more alike by it. */
    private void moveWordDown() {
        Span above = spans.get(spans.size() - 2);
        Span last = spans.getLast();
        int moved = paragraph.breaks().before(above.end());
        if (moved <= above.start() || paragraph.breaks().before(last.end()) > last.start()
                || !paragraph.breaks().isEnd(above.end())) {
            return;
        }
        double upper = width(above);
        double lower = width(last);
        Span newAbove = new Span(above.start(), moved);
        Span newLast = new Span(moved, last.end());
        double newLower = width(newLast);
        if (lower <= SHORT * upper && newLower <= room.width()
                && Math.abs(width(newAbove) - newLower) < upper - lower) {
            spans.set(spans.size() - 2, newAbove);
            spans.set(spans.size() - 1, newLast);
        }
    }

    private double width(Span span) {
        return paragraph.width(span.start(), paragraph.trimmed(span.start(), span.end()));
    }
}
