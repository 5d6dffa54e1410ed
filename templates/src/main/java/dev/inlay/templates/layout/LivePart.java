package dev.inlay.templates.layout;

import dev.inlay.templates.design.Rows;
import java.util.List;

/** What one live unit shows: pieces to draw in this order, cut off at the edges of {@code box}, whole pixels. */
public record LivePart(Box box, List<Placed> placed) {
    public LivePart {
        placed = List.copyOf(placed);
    }

    public boolean within(Rows rows) {
        return box.y() >= rows.from() && box.bottom() <= rows.to();
    }

    static LivePart of(Box box, Rows rows, List<Placed> placed) {
        double left = Math.floor(box.x());
        return new LivePart(new Box(left, rows.from(), Math.ceil(box.right()) - left, rows.count()), placed);
    }
}
