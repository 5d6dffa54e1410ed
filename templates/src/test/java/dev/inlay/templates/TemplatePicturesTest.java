package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.png.PngWriter;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One expected picture for each thing that a template can say of photos, pictures, styles and conditions. */
class TemplatePicturesTest {
    private static final TileRenderer RENDERER = TileRenderer.inFullColour();
    private static final byte[] LOGO = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">
              <defs><linearGradient id="sea" x2="1"><stop stop-color="#0b5f73"/><stop offset="1" stop-color="#5fb3a1"/>
              </linearGradient></defs>
              <circle cx="20" cy="20" r="18" fill="url(#sea)"/>
              <path d="M8 22 Q14 14 20 22 T32 22" fill="none" stroke="#fff" stroke-width="3"/>
              <path d="M46 32V8l20 24V8" fill="none" stroke="#1d1b18" stroke-width="5" stroke-linejoin="round"/>
              <path d="M76 8v21h14M98 8h16M106 8v24" fill="none" stroke="#1d1b18" stroke-width="5"/>
            </svg>
            """.getBytes(StandardCharsets.UTF_8);

    @Test
    void fitSaysHowAPhotoFillsItsBox() throws IOException {
        row("photo-fit.png", scene(), "fit: auto", "fit: contain", "fit: cover");
    }

    @Test
    void focusStaysInView() throws IOException {
        row("photo-focus.png", scene(), "{fit: cover}", "{fit: cover, focus: [0.9, 0.5]}",
                "{fit: cover, focus: [0, 0.5]}");
    }

    @Test
    void trimCutsTheMarginOff() throws IOException {
        row("photo-trim.png", new Photo(margin(Samples.packshot().image(), BufferedImage.TYPE_INT_RGB)), "{}",
                "trim: true", "{trim: true, padding: 12}");
    }

    @Test
    void trimCutsATransparentMarginOff() throws IOException {
        row("photo-trim-transparent.png",
                new Photo(margin(Samples.transparent().image(), BufferedImage.TYPE_INT_ARGB)), "{}", "trim: true",
                "{trim: true, background: \"#22262c\"}");
    }

    @Test
    void radiusRoundsThePhoto() throws IOException {
        row("photo-radius.png", scene(), "fit: cover", "{fit: cover, radius: 16}", "{fit: cover, radius: 100}");
    }

    @Test
    void backgroundLiesUnderThePhoto() throws IOException {
        row("photo-background.png", Samples.packshot(), "{}", "{background: \"#e7efe9\", padding: 12}",
                "{background: \"#22262c\", padding: 12}");
    }

    @Test
    void backgroundMayBeAGradient() throws IOException {
        gradients("gradients.png", Samples.GERMAN);
    }

    @Test
    void gradientIsMirroredWithThePicture() throws IOException {
        gradients("gradients-mirrored.png", Samples.style("ILS", "he-IL"));
    }

    @Test
    void paddingIsMirroredWithThePicture() throws IOException {
        Tile mirrored = padded(Samples.style("ILS", "he-IL"));
        BufferedImage left = Sheet.picture(padded(Samples.style("ILS", "en-US")));
        BufferedImage right = Sheet.picture(mirrored);

        ExpectedPicture.check("padding-mirrored.png", mirrored);
        for (int y = 0; y < left.getHeight(); y++) {
            for (int x = 0; x < left.getWidth(); x++) {
                assertEquals(left.getRGB(x, y), right.getRGB(left.getWidth() - 1 - x, y), x + ", " + y);
            }
        }
    }

    /** Boxes whose padding is another one on each side. */
    private static Tile padded(TileStyle style) {
        Template template = Template.parse("padding", """
                canvas: {width: 240, height: 160, density: 1, background: "#f3f1ec"}
                nodes:
                  - group:
                      padding: [8, 16, 24, 48]
                      background: "#d9dde2"
                      gap: 8
                      nodes:
                        - group:
                            direction: row
                            padding: [4, 60, 4, 12]
                            background: "#7fb8a4"
                            nodes: [{rect: {width: 20, height: 20, background: "#1d4f91"}}]
                        - group:
                            direction: layers
                            grow: 1
                            padding: [4, 8, 12, 40]
                            background: "#ffffff"
                            nodes:
                              - rect: {background: "#b3261e"}
                              - rect: {left: 10, width: 30, background: "#ffb454"}
                neutral: []
                """);
        return RENDERER.draw(template, Samples.LAMP, Optional.empty(), style);
    }

    private static void gradients(String name, TileStyle style) throws IOException {
        Template template = Template.parse("gradients", """
                canvas: {width: 480, height: 160, density: 1}
                variables: {light: "#f7efe3", deep: "#e9d3b2"}
                nodes:
                  - rect: {left: 0, right: 0, top: 0, bottom: 0, background: {from: "#20465c", to: "#7fb8a4", angle: 0}}
                  - rect: {left: 12, top: 12, width: 108, height: 136, radius: 12,
                      background: {from: "#fff", to: "#ffffff00"}}
                  - photo: {left: 132, top: 12, width: 136, height: 136, radius: 12, padding: 8,
                      background: {from: "{{light}}", to: "{{deep}}", angle: 45}}
                  - group:
                      left: 280
                      top: 12
                      width: 188
                      height: 136
                      radius: 12
                      padding: 16
                      justify: center
                      background: {from: "#2b2140", to: "#6a3d7c", angle: 135}
                      nodes:
                        - text: {value: "{{title}}", colour: "#ffffff", size: 18, maxLines: 2}
                        - button: {value: "{{price|money}}", background: {from: "#ffb454", to: "#f08a24"}, align: start}
                neutral: []
                """);

        ExpectedPicture.check(name, RENDERER.draw(template, Samples.LAMP, Optional.of(Samples.packshot()), style));
    }

    @Test
    void imagesOfTheTemplateAreDrawn() throws IOException {
        Template template = Template.parse("images", """
                canvas: {width: 480, height: 160, density: 1, background: "#f3f1ec"}
                nodes:
                  - group:
                      direction: row
                      gap: 12
                      padding: 12
                      items: center
                      nodes:
                        - image: {file: logo.svg, width: 96}
                        - image: {file: logo.svg, width: 70, height: 136, fit: cover}
                        - image: {file: lamp.png, height: 136}
                        - image: {file: lamp.png, width: 80, height: 136, opacity: 0.3}
                        - image: {file: lamp.png, width: 40, height: 136, fit: cover}
                neutral: []
                """, Map.of("logo.svg", LOGO, "lamp.png", PngWriter.write(Samples.transparent().image())));

        ExpectedPicture.check("images.png", RENDERER.draw(template, Samples.LAMP, Optional.empty(), Samples.GERMAN));
    }

    @Test
    void stylesConditionsAndDatesWorkTogether() throws IOException {
        Template template = Template.parse("styles", """
                canvas: {width: 480, height: 160, density: 1}
                variables:
                  accent: "#b3261e"
                  mood: calm
                styles:
                  line: {size: 22, weight: 600, colour: "{{accent}}"}
                  small: {size: 13, colour: "#666666"}
                nodes:
                  - group:
                      padding: 20
                      gap: 8
                      nodes:
                        - text: {value: "{{title}}", style: line}
                        - text: {value: "{{title}}", style: line, colour: "#1d1b18", when: mood = "calm"}
                        - text: {value: "never", style: line, when: discount >= 50}
                        - text: {value: "{{discount|percent}} off", style: small, when: discount >= 20}
                        - text: {value: "until {{extra.until|date:long}}", style: small, when: extra.until}
                neutral: []
                """);
        TileProduct lamp = Samples.reduced(Samples.LAMP, "184.90", 30);
        TileProduct dated = new TileProduct(lamp.title(), lamp.brand(), lamp.price(), lamp.oldPrice(), 30, true,
                Map.of("until", "2026-12-24"));

        ExpectedPicture.check("styles.png", RENDERER.draw(template, dated, Optional.empty(), Samples.GERMAN));
    }

    /** Three boxes beside each other, the photo in each with other keys. */
    private static void row(String name, Photo photo, String... keys) throws IOException {
        StringBuilder yaml = new StringBuilder("""
                canvas: {width: 480, height: 160, density: 1, background: "#d9dde2"}
                nodes:
                """);
        for (int i = 0; i < keys.length; i++) {
            String own = keys[i].startsWith("{") ? keys[i].substring(1, keys[i].length() - 1) : keys[i];
            yaml.append("  - photo: {left: ").append(12 + 156 * i).append(", top: 12, width: 144, height: 136")
                    .append(own.isEmpty() ? "" : ", ").append(own).append("}\n");
        }
        Template template = Template.parse("row", yaml + "neutral: []\n");
        ExpectedPicture.check(name, RENDERER.draw(template, Samples.LAMP, Optional.of(photo), Samples.GERMAN));
    }

    /** A house at the right end of a wide view. */
    private static Photo scene() {
        BufferedImage image = new BufferedImage(600, 220, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x7FB2D9), 600, 150, new Color(0xF2D9B0)));
        graphics.fillRect(0, 0, 600, 220);
        graphics.setColor(new Color(0x4E7A4A));
        graphics.fill(new Ellipse2D.Double(-120, 130, 500, 240));
        graphics.setColor(new Color(0x3B6140));
        graphics.fill(new Ellipse2D.Double(240, 150, 560, 240));
        graphics.setColor(new Color(0xB5483A));
        graphics.fill(new RoundRectangle2D.Double(500, 110, 70, 60, 4, 4));
        Path2D roof = new Path2D.Double();
        roof.moveTo(490, 112);
        roof.lineTo(535, 74);
        roof.lineTo(580, 112);
        roof.closePath();
        graphics.setColor(new Color(0x3A2A26));
        graphics.fill(roof);
        graphics.setColor(new Color(0xFBE9A6));
        graphics.fill(new Ellipse2D.Double(30, 20, 50, 50));
        graphics.dispose();
        return new Photo(image);
    }

    /** {@code photo} at half its size with a wide margin. */
    private static BufferedImage margin(BufferedImage photo, int type) {
        BufferedImage image = new BufferedImage(600, 600, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (type == BufferedImage.TYPE_INT_RGB) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, 600, 600);
        }
        graphics.drawImage(photo, 250, 60, 260, 300, null);
        graphics.dispose();
        return image;
    }
}
