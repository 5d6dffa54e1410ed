package dev.inlay.templates.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterBordersTest {
    /** Two letters with marks, a plain one. */
    private static final String TEXT = "a\u0301\u0302b\u0301c";

    @Test
    void marksStayWithTheirLetter() {
        ClusterBorders borders = ClusterBorders.of(TEXT, Locale.ROOT);

        assertEquals(List.of(0, 0, 0, 3, 3, 5, 6), all(borders::atOrBefore));
        assertEquals(List.of(0, 0, 0, 0, 3, 3, 5), all(borders::before));
        assertEquals(List.of(3, 3, 3, 5, 5, 6, 6), all(borders::after));
    }

    @Test
    void emptyTextHasOneBorder() {
        ClusterBorders borders = ClusterBorders.of("", Locale.ROOT);

        assertEquals(0, borders.before(0));
        assertEquals(0, borders.after(0));
    }

    private static List<Integer> all(IntUnaryOperator border) {
        return IntStream.rangeClosed(0, TEXT.length()).map(border).boxed().toList();
    }
}
