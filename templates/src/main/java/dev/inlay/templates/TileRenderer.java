package dev.inlay.templates;

import dev.inlay.templates.awt.Headless;
import dev.inlay.templates.design.ColourDepth;
import dev.inlay.templates.design.Design;
import dev.inlay.templates.design.Rows;
import dev.inlay.templates.layout.Layout;
import dev.inlay.templates.layout.LivePart;
import dev.inlay.templates.layout.LiveTexts;
import dev.inlay.templates.layout.Scene;
import dev.inlay.templates.layout.TemplateColours;
import dev.inlay.templates.layout.Values;
import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.raster.Jpeg;
import dev.inlay.templates.raster.Painter;
import dev.inlay.templates.splice.CodedPicture;
import dev.inlay.templates.splice.PictureCoder;
import dev.inlay.templates.splice.Scratches;
import dev.inlay.templates.text.Fonts;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws tiles. Equal arguments give equal bytes, on every machine: bundled fonts only, no time stamp, no hash order.
 * Safe for use by many threads; drawing is native work that belongs on a bounded pool of platform threads.
 */
public final class TileRenderer {
    /** To be raised whenever the same arguments give other pixels than before. */
    private static final String VERSION = "2";
    private static final String FORMAT = "png";
    private static final String FIRST_NAME = "firstName";
    private static final TileStyle NOBODYS =
            new TileStyle("", Currency.getInstance("EUR"), Locale.ENGLISH, Optional.empty(), Map.of());

    static {
        Headless.prepare();
    }

    private final Fonts fonts;
    private final Layout layout;
    private final Function<Design, ColourDepth> depth;
    private final Scratches scratches = new Scratches();

    public TileRenderer() {
        this(Fonts.bundled(), TileRenderer::declared);
    }

    /**
     * Also draws with the fonts (.ttf, .otf, .ttc) of {@code fontFolder} what no bundled font covers.
     *
     * @throws IllegalArgumentException if the folder or a font in it cannot be read
     */
    public TileRenderer(Path fontFolder) {
        this(Fonts.with(fontFolder), TileRenderer::declared);
    }

    private TileRenderer(Fonts fonts, Function<Design, ColourDepth> depth) {
        this.fonts = fonts;
        this.layout = new Layout(fonts);
        this.depth = depth;
    }

    /** Draws in full colour what a template wants in 256 colours, too. */
    static TileRenderer inFullColour() {
        return new TileRenderer(Fonts.bundled(), design -> ColourDepth.FULL);
    }

    /** The same with fonts of {@code fontFolder}. */
    static TileRenderer inFullColour(Path fontFolder) {
        return new TileRenderer(Fonts.with(fontFolder), design -> ColourDepth.FULL);
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
        return tile(template, Jpeg.write(whole(template, product, photo, style, live)));
    }

    /** Draws and codes all that does not wait for the open; work of tens of milliseconds. */
    public CodedTile code(Template template, TileProduct product, Optional<Photo> photo, TileStyle style) {
        Design design = template.design();
        Values values = Values.of(design, product, photo.isPresent(), style);
        Scene scene = layout.tile(design, values, photo.isPresent());
        CodedPicture picture = coded(scene, photo, design, values, design.liveRows());
        return new CodedTile(picture, values.ofProduct(design.namesOfLive()));
    }

    /**
     * The tile of a recipient: {@code coded} with {@code live} drawn into it; work of less than a millisecond.
     * {@code template} and {@code style} are those that it was coded with. Bytes equal those of {@link #draw}.
     */
    public Tile open(CodedTile coded, Template template, TileStyle style, LiveValues live) {
        List<LivePart> parts = template.isLive() ? parts(coded, template, style, live) : List.of();
        return tile(template, scratches.with(scratch -> coded.picture().png(parts, scratch)));
    }

    /**
     * What {@code live} changes in tiles of {@code template}: equal texts, equal bytes of equal coded tiles; the empty
     * text if nothing in the template is live. It may hold a name, so it is never written down as it is.
     */
    public String liveKey(Template template, TileStyle style, LiveValues live) {
        if (template.liveNames().isEmpty()) {
            return "";
        }
        SortedMap<String, String> texts = LiveTexts.of(drawn(template, style, live));
        texts.keySet().retainAll(template.liveNames());
        return texts.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("\n"));
    }

    /**
     * What {@link #draw} would draw, as a key: SHA-256 (hex) of the template's content, resolved variables, locale,
     * currency, the fields shown, {@code photoHash}, the format and the renderer's version. Equal keys, equal bytes.
     */
    public String key(Template template, TileProduct product, Optional<String> photoHash, TileStyle style) {
        Values values = Values.of(template.design(), product, photoHash.isPresent(), style);
        return new Digest().part(VERSION).part(FORMAT).part(depth.apply(template.design()).name())
                .part(fonts.fingerprint()).part(template.version())
                .part(style.locale().toLanguageTag()).part(style.currency().getCurrencyCode())
                .part(style.priceFormat().orElse("")).part(photoHash.orElse(""))
                .parts(values.of(template.names())).hex();
    }

    /** The families that {@code font} in a template may name, in the order in which they are asked for letters. */
    public List<String> fontFamilies() {
        return fonts.families();
    }

    /** Whether there is a font for all of {@code firstName}; if not, tiles greet as if it was not given. */
    public boolean draws(String firstName, Locale locale) {
        return layout.draws(firstName, locale);
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
        Design design = template.design();
        Values values = Values.withoutProduct(design, style);
        CodedPicture picture =
                coded(layout.neutral(design, values), Optional.empty(), design, values, List.of());
        return tile(template, scratches.with(scratch -> picture.png(List.of(), scratch)));
    }

    /** The same as JPEG: for templates that {@linkplain Template#offersJpeg() offer} it. */
    public Tile neutralJpeg(Template template, TileStyle style) {
        Scene scene = layout.neutral(template.design(), Values.withoutProduct(template.design(), style));
        return tile(template, Jpeg.write(Painter.paint(scene, Optional.empty())));
    }

    /** The neutral picture for a campaign that nobody knows: 1200x600 pixels, no shop's name. */
    public Tile neutral() {
        return neutral(TemplateLibrary.bundled().find("product-card").orElseThrow(), NOBODYS);
    }

    /**
     * Draws a made-up product {@code times} times and throws it away: a fresh Java machine needs several times as long
     * for a tile as one that has drawn some.
     */
    public void warmUp(Template template, int times) {
        Photo photo = Photo.sample();
        for (int i = 1; i <= times; i++) {
            BigDecimal price = BigDecimal.valueOf(i, 2).add(BigDecimal.TEN);
            draw(template, new TileProduct("A product with a title of two lines, number " + i, Optional.of("Brand"),
                    Optional.of(price), Optional.of(price.add(BigDecimal.TEN)), 50, true, Map.of()),
                    Optional.of(photo), NOBODYS,
                    new LiveValues(Optional.of("Anna"), Optional.of(Duration.ofHours(i))));
        }
    }

    /** The whole tile in one go, as it was drawn. */
    BufferedImage whole(Template template, TileProduct product, Optional<Photo> photo, TileStyle style,
            LiveValues live) {
        Design design = template.design();
        Values values = Values.of(design, product, photo.isPresent(), style);
        BufferedImage image = Painter.paint(layout.tile(design, values, photo.isPresent()), photo);
        Painter.paintOver(image, 0, layout.live(design,
                Values.of(design, values.ofProduct(design.namesOfLive()), style, drawn(template, style, live))));
        return image;
    }

    private List<LivePart> parts(CodedTile coded, Template template, TileStyle style, LiveValues live) {
        return layout.live(template.design(),
                Values.of(template.design(), coded.product(), style, drawn(template, style, live)));
    }

    /** Better no name than half of one: what has letters that no font draws is none. */
    private LiveValues drawn(Template template, TileStyle style, LiveValues live) {
        boolean named = template.liveNames().contains(FIRST_NAME);
        return live.firstName().filter(name -> named && !draws(name, style.locale())).isEmpty() ? live
                : new LiveValues(Optional.empty(), live.timeLeft());
    }

    private CodedPicture coded(Scene scene, Optional<Photo> photo, Design design, Values values, List<Rows> live) {
        BufferedImage picture = Painter.paint(scene, photo);
        return PictureCoder.code(picture, depth.apply(design), live, TemplateColours.of(design, values, picture),
                scene.background().argb() & 0xFFFFFF);
    }

    private static Tile tile(Template template, byte[] bytes) {
        return new Tile(bytes, template.pixelWidth(), template.pixelHeight());
    }

    private static ColourDepth declared(Design design) {
        return design.canvas().colour();
    }
}
