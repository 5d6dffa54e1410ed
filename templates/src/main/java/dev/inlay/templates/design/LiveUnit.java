package dev.inlay.templates.design;

import java.util.List;

/**
 * A part of a picture that is drawn when a mail is opened, over all that is not live.
 *
 * @param around the groups of layers that hold it, the outermost first
 * @param node a live node, or the row or column that holds some
 * @param rows the only rows it paints, whatever it shows
 */
public record LiveUnit(List<Node.Group> around, Node node, Rows rows) {
    public LiveUnit {
        around = List.copyOf(around);
    }
}
