package dev.inlay.templates.illustration;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import dev.inlay.templates.awt.Headless;
import dev.inlay.templates.png.PngWriter;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A drawing of one product, {@value #SIZE} pixels wide and high. Each is a file of its own, {@code {name}.svg}, that
 * stands on a common stage: {@code stage.svg} holds the grounds, shades and materials that all are drawn with.
 */
public final class Illustration {
    /** Pixels of a side. */
    public static final int SIZE = 900;
    private static final String STAGE = "stage";
    private static final String PLACE = "<!-- drawing -->";

    static {
        Headless.prepare();
    }

    private final SVGDocument document;

    private Illustration(SVGDocument document) {
        this.document = document;
    }

    /** The drawing called {@code name}: lower-case words with hyphens; empty if there is none. */
    public static Optional<Illustration> find(String name) {
        if (!name.matches("[a-z]+(-[a-z]+)*") || name.equals(STAGE)) {
            return Optional.empty();
        }
        return read(name).map(drawing -> read(STAGE).orElseThrow().replace(PLACE, drawing)).map(Illustration::parse);
    }

    /** The drawing as PNG: equal bytes each time. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_COLOR_RENDERING, RenderingHints.VALUE_COLOR_RENDER_QUALITY);
        document.render((Component) null, graphics, new ViewBox(SIZE, SIZE));
        graphics.dispose();
        return PngWriter.write(image);
    }

    private static Illustration parse(String svg) {
        InputStream in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        return Optional.ofNullable(new SVGLoader().load(in, null, LoaderContext.createDefault()))
                .map(Illustration::new).orElseThrow(() -> new IllegalStateException("a drawing is no sound SVG"));
    }

    private static Optional<String> read(String name) {
        try (InputStream in = Illustration.class.getResourceAsStream(name + ".svg")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".svg cannot be read", e);
        }
    }
}
