package dev.inlay.templates.raster;

import dev.inlay.templates.layout.Box;
import dev.inlay.templates.layout.Placed;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** A shopping bag in thin lines, in the middle of the room that a photo would have. */
final class MissingSign {
    private static final double SHARE = 0.24;

    private MissingSign() {
    }

    static void draw(Graphics2D graphics, Placed.Missing missing) {
        Box room = missing.room();
        double side = Math.min(room.width(), room.height());
        double unit = Math.min(side, Math.max(side * SHARE, missing.least())) / 24;
        double x = room.x() + room.width() / 2 - 12 * unit;
        double y = room.y() + room.height() / 2 - 13 * unit;
        graphics.setColor(new Color(missing.colour().argb(), true));
        graphics.setStroke(new BasicStroke((float) (1.15 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(body(x, y, unit));
        graphics.draw(new Arc2D.Double(x + 7.5 * unit, y + 7 * unit, 9 * unit, 9 * unit, 180, 180, Arc2D.OPEN));
    }

    private static Path2D body(double x, double y, double unit) {
        Path2D body = new Path2D.Double();
        body.moveTo(x + 4.2 * unit, y + 6 * unit);
        body.lineTo(x + 19.8 * unit, y + 6 * unit);
        body.lineTo(x + 21.4 * unit, y + 22 * unit);
        body.quadTo(x + 21.6 * unit, y + 24 * unit, x + 19.6 * unit, y + 24 * unit);
        body.lineTo(x + 4.4 * unit, y + 24 * unit);
        body.quadTo(x + 2.4 * unit, y + 24 * unit, x + 2.6 * unit, y + 22 * unit);
        body.closePath();
        return body;
    }
}
