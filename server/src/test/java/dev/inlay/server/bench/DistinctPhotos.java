package dev.inlay.server.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photos as shops have them, JPEG of 1000 x 1000 pixels, as many as are asked for and no two with the same pixels. */
final class DistinctPhotos {
    private static final int DRAWN = 40;
    private static final int SIDE = 1_000;
    private static final int GRAIN = 20_000;
    /** From a JPEG's marker of quantisation tables to the step of its second coefficient. */
    private static final int TO_STEPS = 6;

    private final List<byte[]> drawn = new ArrayList<>();

    DistinctPhotos() throws IOException {
        for (int photo = 0; photo < DRAWN; photo++) {
            drawn.add(draw(new Random(photo)));
        }
    }

    /** Costs next to nothing: one of a few that are drawn, with other steps of its coarsest coefficients. */
    byte[] photo(int number) {
        byte[] photo = drawn.get(number % DRAWN).clone();
        int steps = TO_STEPS + tables(photo);
        int variant = number / DRAWN;
        photo[steps] += (byte) (variant % 16);
        photo[steps + 1] += (byte) (variant / 16);
        return photo;
    }

    private static int tables(byte[] jpeg) {
        int at = 2;
        while (jpeg[at + 1] != (byte) 0xDB) {
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return at;
    }

    /** A thing on a pale ground: a shaded body with parts, and the grain of a camera. */
    private static byte[] draw(Random random) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0xf4f4f2));
        graphics.fillRect(0, 0, SIDE, SIDE);
        float hue = random.nextFloat();
        graphics.setPaint(new GradientPaint(200, 150, Color.getHSBColor(hue, .5f, .95f), 800, 900,
                Color.getHSBColor(hue, .8f, .35f)));
        graphics.fillRoundRect(180, 140, 640, 720, 260, 260);
        for (int part = 0; part < 12; part++) {
            graphics.setPaint(new GradientPaint(200, 200, Color.getHSBColor(hue + part * .03f, .7f, .9f), 800, 800,
                    Color.getHSBColor(hue + part * .03f, .6f, .4f)));
            graphics.fillOval(200 + random.nextInt(450), 180 + random.nextInt(500), 40 + random.nextInt(140),
                    40 + random.nextInt(140));
        }
        graphics.dispose();
        for (int grain = 0; grain < GRAIN; grain++) {
            int x = 190 + random.nextInt(620);
            int y = 150 + random.nextInt(700);
            image.setRGB(x, y, new Color(image.getRGB(x, y)).darker().getRGB());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }
}
