package dev.inlay.templates.raster;

import dev.inlay.templates.layout.Box;
import dev.inlay.templates.layout.LivePart;
import dev.inlay.templates.layout.Placed;
import dev.inlay.templates.layout.Scene;
import dev.inlay.templates.photo.Photo;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Draws a scene. Text is filled as shapes: a font of the operating system is never asked for. */
public final class Painter {
    /** A picture in a larger box, which reaches far beyond the canvas, is drawn coarser. */
    private static final double MOST_PIXELS = 12_000_000;
    private static final double STRIKE_HEIGHT = 0.34;

    private final Graphics2D graphics;
    private final Optional<Photo> photo;

    private Painter(Graphics2D graphics, Optional<Photo> photo) {
        this.graphics = graphics;
        this.photo = photo;
    }

    public static BufferedImage paint(Scene scene, Optional<Photo> photo) {
        BufferedImage image = new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(image);
        try {
            graphics.setColor(new Color(scene.background().argb()));
            graphics.fillRect(0, 0, scene.width(), scene.height());
            Painter painter = new Painter(graphics, photo);
            scene.placed().forEach(painter::draw);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** Draws {@code parts} over {@code rows} of a picture, the first of which is row {@code first} of the whole. */
    public static void paintOver(BufferedImage rows, int first, List<LivePart> parts) {
        for (LivePart part : parts) {
            Graphics2D graphics = graphics(rows);
            try {
                graphics.translate(0, -first);
                graphics.clip(rounded(part.box(), 0, 0));
                Painter painter = new Painter(graphics, Optional.empty());
                part.placed().forEach(painter::draw);
            } finally {
                graphics.dispose();
            }
        }
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    private void draw(Placed placed) {
        switch (placed) {
            case Placed.Surface surface -> surface(surface);
            case Placed.Picture picture -> photo.ifPresent(shown -> picture(picture, shown));
            case Placed.Image image -> image(image);
            case Placed.Missing missing -> MissingSign.draw(graphics, missing);
            case Placed.Line line -> line(line);
        }
    }

    private void surface(Placed.Surface surface) {
        Shape outer = rounded(surface.box(), 0, surface.radius());
        graphics.setPaint(Paints.of(surface.fill(), surface.box()));
        graphics.fill(outer);
        if (surface.border().visible()) {
            Path2D ring = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            ring.append(outer, false);
            ring.append(rounded(surface.box(), surface.borderWidth(), surface.radius()), false);
            graphics.setColor(new Color(surface.border().argb(), true));
            graphics.fill(ring);
        }
    }

    private void picture(Placed.Picture picture, Photo shown) {
        Box box = picture.box();
        if (box.width() < 1 || box.height() < 1) {
            return;
        }
        double coarse = coarse(box);
        BufferedImage pixels = new PhotoPainter(picture.times(coarse), shown).paint();
        if (coarse == 1 && picture.radius() == 0 && onWholePixels(box)) {
            graphics.drawImage(pixels, (int) box.x(), (int) box.y(), null);
            return;
        }
        Rectangle anchor = new Rectangle((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
        graphics.setPaint(new TexturePaint(pixels, anchor));
        graphics.fill(rounded(box, 0, picture.radius()));
    }

    private static boolean onWholePixels(Box box) {
        return box.x() == Math.rint(box.x()) && box.y() == Math.rint(box.y())
                && box.width() == Math.rint(box.width()) && box.height() == Math.rint(box.height());
    }

    private void image(Placed.Image image) {
        Box box = image.box();
        if (box.width() < 1 || box.height() < 1) {
            return;
        }
        double coarse = coarse(box);
        BufferedImage pixels = image.picture().in((int) Math.ceil(box.width() * coarse),
                (int) Math.ceil(box.height() * coarse), image.covering());
        Composite before = graphics.getComposite();
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) image.opacity()));
        graphics.drawImage(pixels, (int) box.x(), (int) box.y(), (int) box.width(), (int) box.height(), null);
        graphics.setComposite(before);
    }

    /** How much coarser than {@code box} its picture is drawn. */
    private static double coarse(Box box) {
        return Math.min(1, Math.sqrt(MOST_PIXELS / box.width() / box.height()));
    }

    private void line(Placed.Line line) {
        graphics.setColor(new Color(line.colour().argb(), true));
        graphics.fill(line.line().outline(line.x(), line.baseline()));
        for (var picture : line.line().pictures()) {
            graphics.drawImage(picture.image(), (int) Math.rint(line.x() + picture.x()),
                    (int) Math.rint(line.baseline() + picture.y()), null);
        }
        if (line.strike() > 0) {
            double middle = line.baseline() - Math.rint(line.size() * STRIKE_HEIGHT);
            double overhang = line.size() / 12;
            graphics.fill(new Rectangle2D.Double(line.x() - overhang, middle - Math.floor(line.strike() / 2),
                    line.line().width() + 2 * overhang, line.strike()));
        }
    }

    private static Shape rounded(Box box, double inset, double radius) {
        double width = Math.max(0, box.width() - 2 * inset);
        double height = Math.max(0, box.height() - 2 * inset);
        double arc = 2 * Math.min(Math.max(0, radius - inset), Math.min(width, height) / 2);
        return arc == 0 ? new Rectangle2D.Double(box.x() + inset, box.y() + inset, width, height)
                : new RoundRectangle2D.Double(box.x() + inset, box.y() + inset, width, height, arc, arc);
    }
}
