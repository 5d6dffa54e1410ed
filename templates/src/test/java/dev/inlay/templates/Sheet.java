package dev.inlay.templates;

import dev.inlay.templates.palette.Palette;
import dev.inlay.templates.palette.Quantiser;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Several pictures in columns on one ground. */
final class Sheet {
    private final int gap;
    private final Color ground;

    Sheet(int gap, Color ground) {
        this.gap = gap;
        this.ground = ground;
    }

    BufferedImage draw(List<List<BufferedImage>> columns) {
        int width = gap + columns.stream().mapToInt(column -> widest(column) + gap).sum();
        int height = gap + columns.stream().mapToInt(this::high).max().orElse(0);
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(ground);
        graphics.fillRect(0, 0, width, height);
        int x = gap;
        for (List<BufferedImage> column : columns) {
            int y = gap;
            for (BufferedImage picture : column) {
                graphics.drawImage(picture, x, y, null);
                y += picture.getHeight() + gap;
            }
            x += widest(column) + gap;
        }
        graphics.dispose();
        return sheet;
    }

    static BufferedImage picture(Tile tile) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(tile.bytes()));
    }

    /** {@code image} as a PNG of at most 256 colours. */
    byte[] small(BufferedImage image) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
        int background = ground.getRGB() & 0xFFFFFF;
        Palette palette = Quantiser.palette(rgb, width, height, new int[] {background}, background);
        byte[] colours = palette.plte();
        IndexColorModel model = new IndexColorModel(8, colours.length / 3, colours, 0, false);
        BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] mapped = Quantiser.map(rgb, width, height, palette);
        System.arraycopy(mapped, 0, ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData(), 0, mapped.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(indexed, "png", out);
        return out.toByteArray();
    }

    private static int widest(List<BufferedImage> column) {
        return column.stream().mapToInt(BufferedImage::getWidth).max().orElse(0);
    }

    private int high(List<BufferedImage> column) {
        return column.stream().mapToInt(picture -> picture.getHeight() + gap).sum();
    }
}
