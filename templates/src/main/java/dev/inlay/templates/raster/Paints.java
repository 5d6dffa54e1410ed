package dev.inlay.templates.raster;

import dev.inlay.templates.design.Colour;
import dev.inlay.templates.layout.Box;
import dev.inlay.templates.layout.Ground;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Grounds as Java2D paints them. */
final class Paints {
    private static final int WHITE = 0xFFFFFF;

    private Paints() {
    }

    static Paint of(Ground ground, Box box) {
        return switch (ground) {
            case Ground.Plain plain -> color(plain.colour());
            case Ground.Gradient gradient -> of(gradient, box);
        };
    }

    /** The pixels of a box of that size on white; plain grounds are taken as opaque, none as white. */
    static int[] pixels(Ground ground, int width, int height) {
        int[] pixels = new int[width * height];
        switch (ground) {
            case Ground.Plain plain -> Arrays.fill(pixels, plain.visible() ? plain.colour().argb() & WHITE : WHITE);
            case Ground.Gradient gradient -> draw(gradient, pixels, width, height);
        }
        return pixels;
    }

    private static void draw(Ground.Gradient gradient, int[] pixels, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setPaint(of(gradient, new Box(0, 0, width, height)));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        image.getRGB(0, 0, width, height, pixels, 0, width);
        Arrays.setAll(pixels, i -> pixels[i] & WHITE);
    }

    /** From corner to corner: the ends of the line stand square to the corners that it leaves and meets. */
    private static Paint of(Ground.Gradient gradient, Box box) {
        double angle = Math.toRadians(gradient.angle());
        double across = StrictMath.cos(angle);
        double down = StrictMath.sin(angle);
        double half = (Math.abs(box.width() * across) + Math.abs(box.height() * down)) / 2;
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        return new GradientPaint(new Point2D.Double(x - across * half, y - down * half), color(gradient.from()),
                new Point2D.Double(x + across * half, y + down * half), color(gradient.to()));
    }

    private static Color color(Colour colour) {
        return new Color(colour.argb(), true);
    }
}
