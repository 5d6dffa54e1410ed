package dev.inlay.templates;

import dev.inlay.templates.awt.Headless;
import dev.inlay.templates.layout.Layout;
import dev.inlay.templates.layout.Scene;
import dev.inlay.templates.layout.Values;
import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.png.PngWriter;
import dev.inlay.templates.raster.Painter;
import dev.inlay.templates.text.Fonts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Draws tiles. Equal arguments give equal bytes, on every machine: bundled fonts only, no time stamp, no hash order.
 * Safe for use by many threads; drawing is native work that belongs on a bounded pool of platform threads.
 */
public final class TileRenderer {
    /** To be raised whenever the same arguments give other pixels than before. */
    private static final String VERSION = "1";
    private static final String FORMAT = "png";
    private static final TileStyle NOBODYS =
            new TileStyle("", Currency.getInstance("EUR"), Locale.ENGLISH, Optional.empty(), Map.of());

    static {
        Headless.prepare();
    }

    private final Fonts fonts;
    private final Layout layout;

    public TileRenderer() {
        this(Fonts.bundled());
    }

    /**
     * Also draws with the fonts (.ttf, .otf, .ttc) of {@code fontFolder} what no bundled font covers.
     *
     * @throws IllegalArgumentException if the folder or a font in it cannot be read
     */
    public TileRenderer(Path fontFolder) {
        this(Fonts.with(fontFolder));
    }

    private TileRenderer(Fonts fonts) {
        this.fonts = fonts;
        this.layout = new Layout(fonts);
    }

    /** The tile of {@code product}; without {@code photo} the same size with a quiet placeholder. */
    public Tile draw(Template template, TileProduct product, Optional<Photo> photo, TileStyle style, LiveValues live) {
        return open(code(template, product, photo, style), template, style, live);
    }

    /** The same where nothing live is known. */
    public Tile draw(Template template, TileProduct product, Optional<Photo> photo, TileStyle style) {
        return draw(template, product, photo, style, LiveValues.NONE);
    }

    /** As {@link #draw}, coded as JPEG: for templates that {@linkplain Template#offersJpeg() offer} it. */
    public Tile drawJpeg(Template template, TileProduct product, Optional<Photo> photo, TileStyle style,
            LiveValues live) {
        throw new UnsupportedOperationException();
    }

    /** Draws and codes all that does not wait for the open; work of tens of milliseconds. */
    public CodedTile code(Template template, TileProduct product, Optional<Photo> photo, TileStyle style) {
        Values values = Values.of(template.design(), product, photo.isPresent(), style);
        return new CodedTile(tile(layout.tile(template.design(), values, photo.isPresent()), photo).bytes());
    }

    /**
     * The tile of a recipient: {@code coded} with {@code live} drawn into it; work of less than a millisecond.
     * {@code template} and {@code style} are those that it was coded with. Bytes equal those of {@link #draw}.
     */
    public Tile open(CodedTile coded, Template template, TileStyle style, LiveValues live) {
        return new Tile(coded.toBytes(), template.pixelWidth(), template.pixelHeight());
    }

    /**
     * What {@code live} changes in tiles of {@code template}: equal texts, equal bytes of equal coded tiles; the empty text
     * if nothing in the template is live. It may hold a name, so it is never written down as it is.
     */
    public String liveKey(Template template, TileStyle style, LiveValues live) {
        return "";
    }

    /**
     * What {@link #draw} would draw, as a key: SHA-256 (hex) of the template's content, resolved variables, locale,
     * currency, the fields shown, {@code photoHash}, the format and the renderer's version. Equal keys, equal bytes.
     */
    public String key(Template template, TileProduct product, Optional<String> photoHash, TileStyle style) {
        Values values = Values.of(template.design(), product, photoHash.isPresent(), style);
        return new Digest().part(VERSION).part(FORMAT).part(fonts.fingerprint()).part(template.version())
                .part(style.locale().toLanguageTag()).part(style.currency().getCurrencyCode())
                .part(style.priceFormat().orElse("")).part(photoHash.orElse(""))
                .parts(values.of(template.design().names())).hex();
    }

    /** The families that {@code font} in a template may name, in the order in which they are asked for letters. */
    public List<String> fontFamilies() {
        return fonts.families();
    }

    /**
     * What {@link #draw} cannot show, one sentence each: letters that no font draws, fonts that are not there. It does
     * the work of a layout, so it is for templates that somebody edits, not for every open.
     */
    public List<String> warnings(Template template, TileProduct product, Optional<Photo> photo, TileStyle style) {
        return layout.warnings(template.design(), Values.of(template.design(), product, photo.isPresent(), style));
    }

    /** The template's neutral picture: the shop's name and a call to visit; promises no product. */
    public Tile neutral(Template template, TileStyle style) {
        Values values = Values.withoutProduct(template.design(), style);
        return tile(layout.neutral(template.design(), values), Optional.empty());
    }

    /** The neutral picture for a campaign that nobody knows: 1200x600 pixels, no shop's name. */
    public Tile neutral() {
        return neutral(TemplateLibrary.bundled().find("product-card").orElseThrow(), NOBODYS);
    }

    /**
     * Draws a made-up product {@code times} times and throws it away: a fresh Java machine needs several times as long for a
     * tile as one that has drawn some.
     */
    public void warmUp(Template template, int times) {
        Photo photo = Photo.sample();
        for (int i = 1; i <= times; i++) {
            BigDecimal price = BigDecimal.valueOf(i, 2).add(BigDecimal.TEN);
            draw(template, new TileProduct("A product with a title of two lines, number " + i, Optional.of("Brand"),
                    Optional.of(price), Optional.of(price.add(BigDecimal.TEN)), 50, true, Map.of()),
                    Optional.of(photo), NOBODYS);
        }
    }

    private static Tile tile(Scene scene, Optional<Photo> photo) {
        return new Tile(PngWriter.write(Painter.paint(scene, photo)), scene.width(), scene.height());
    }
}
