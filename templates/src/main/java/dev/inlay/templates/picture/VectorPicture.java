package dev.inlay.templates.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import dev.inlay.templates.awt.Headless;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An SVG. */
final class VectorPicture implements Picture {
    private static final int MOST_PATHS = 2000;
    private static final int DEEPEST = 30;
    private static final int DEEPEST_USE = 2;
    private static final double LONGEST_SIDE = 20_000;

    /** Kept, so that its level is: what it would log with a stack is said in a message of ours. */
    private static final Logger LIBRARY = Logger.getLogger("com.github.weisj.jsvg");

    static {
        Headless.prepare();
        LIBRARY.setLevel(Level.OFF);
    }

    private final SVGDocument document;

    private VectorPicture(SVGDocument document) {
        this.document = document;
    }

    static VectorPicture read(byte[] file) throws UnfitPictureException {
        SvgContent.check(file);
        VectorPicture picture = new VectorPicture(load(file));
        if (!sound(picture.width()) || !sound(picture.height())) {
            throw new UnfitPictureException("must be an SVG with a viewBox, or with width and height");
        }
        picture.tryOut();
        return picture;
    }

    @Override
    public double width() {
        return document.size().width;
    }

    @Override
    public double height() {
        return document.size().height;
    }

    @Override
    public long weight() {
        return 0;
    }

    @Override
    public synchronized BufferedImage in(int width, int height, boolean covering) {
        double across = width / width();
        double down = height / height();
        double factor = covering ? Math.max(across, down) : Math.min(across, down);
        double wide = width() * factor;
        double high = height() * factor;
        BufferedImage box = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = box.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render((Component) null, graphics, new ViewBox((float) ((width - wide) / 2),
                (float) ((height - high) / 2), (float) wide, (float) high));
        graphics.dispose();
        return box;
    }

    private static SVGDocument load(byte[] file) throws UnfitPictureException {
        LoaderContext context = LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .documentLimits(new DocumentLimits(DEEPEST, DEEPEST_USE, MOST_PATHS)).build();
        try {
            return Optional.ofNullable(new SVGLoader().load(new ByteArrayInputStream(file), null, context))
                    .orElseThrow(() -> new UnfitPictureException("is an SVG that cannot be read"));
        } catch (RuntimeException _) {
            throw new UnfitPictureException("is an SVG that cannot be read");
        }
    }

    /** What cannot be drawn is better found here than at the open of a mail. */
    private void tryOut() throws UnfitPictureException {
        try {
            in(16, 16, false);
        } catch (RuntimeException _) {
            throw new UnfitPictureException("is an SVG that cannot be drawn");
        }
    }

    private static boolean sound(double side) {
        return side > 0 && side <= LONGEST_SIDE;
    }
}
