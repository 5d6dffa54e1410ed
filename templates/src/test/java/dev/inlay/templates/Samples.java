package dev.inlay.templates;

import dev.inlay.templates.illustration.Illustration;
import dev.inlay.templates.photo.Photo;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Products, styles and photos of a shop that does not exist. */
public final class Samples {
    public static final TileStyle GERMAN = style("EUR", "de-DE");
    public static final TileProduct LAMP = product("Tischleuchte Mira", "Lumen", "129.00");

    private static final int DRAWING_SIDE = 800;
    private static final Map<String, Photo> DRAWINGS = new ConcurrentHashMap<>();

    private Samples() {
    }

    public static TileStyle style(String currency, String locale) {
        return new TileStyle("Nordlicht", Currency.getInstance(currency), Locale.forLanguageTag(locale),
                Optional.empty(), Map.of());
    }

    public static TileProduct product(String title, String brand, String price) {
        return new TileProduct(title, Optional.of(brand), Optional.of(new BigDecimal(price)), Optional.empty(), 0, true,
                Map.of());
    }

    public static TileProduct reduced(TileProduct product, String oldPrice, int percent) {
        return new TileProduct(product.title(), product.brand(), product.price(),
                Optional.of(new BigDecimal(oldPrice)), percent, product.inStock(), product.extra());
    }

    public static TileProduct soldOut(TileProduct product) {
        return new TileProduct(product.title(), product.brand(), product.price(), product.oldPrice(),
                product.discountPercent(), false, product.extra());
    }

    public static TileProduct withoutBrand(TileProduct product) {
        return new TileProduct(product.title(), Optional.empty(), product.price(), product.oldPrice(),
                product.discountPercent(), product.inStock(), product.extra());
    }

    public static Template template(String name) {
        return TemplateLibrary.bundled().find(name).orElseThrow();
    }

    /** A lamp before a white ground. */
    public static Photo packshot() {
        return photo(520, 600, Color.WHITE);
    }

    /** The same lamp cut out. */
    public static Photo transparent() {
        return photo(520, 600, null);
    }

    /** A product of the demo's shop: the illustration called {@code name}. */
    public static Photo drawing(String name) {
        return DRAWINGS.computeIfAbsent(name, Samples::drawn);
    }

    private static Photo drawn(String name) {
        try {
            return Photo.fromPng(Illustration.find(name).orElseThrow().png()).thumbnail(DRAWING_SIDE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A strip five times as wide as high. */
    public static Photo wide() {
        BufferedImage image = new BufferedImage(600, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 600, 120);
        graphics.setPaint(new GradientPaint(20, 0, new Color(0x2F6F8F), 580, 0, new Color(0x8FBF9F)));
        graphics.fill(new RoundRectangle2D.Double(20, 20, 560, 80, 80, 80));
        graphics.dispose();
        return new Photo(image);
    }

    private static Photo photo(int width, int height, Color ground) {
        BufferedImage image = new BufferedImage(width, height,
                ground == null ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image);
        if (ground != null) {
            graphics.setColor(ground);
            graphics.fillRect(0, 0, width, height);
        }
        graphics.setColor(new Color(0x40, 0x38, 0x30, 60));
        graphics.fill(new Ellipse2D.Double(150, 510, 220, 36));
        graphics.setPaint(new GradientPaint(0, 90, new Color(0xE8B04A), 0, 320, new Color(0xC4762B)));
        graphics.fill(new RoundRectangle2D.Double(120, 90, 280, 220, 200, 200));
        graphics.setPaint(new GradientPaint(240, 0, new Color(0x5A5048), 280, 0, new Color(0x2A2520)));
        graphics.fill(new RoundRectangle2D.Double(246, 300, 28, 210, 20, 20));
        graphics.fill(new Ellipse2D.Double(170, 496, 180, 36));
        graphics.dispose();
        return new Photo(image);
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return graphics;
    }
}
