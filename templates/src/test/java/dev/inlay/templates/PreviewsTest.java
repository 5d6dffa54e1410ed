package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of the gallery in the documentation are what the templates draw today. */
class PreviewsTest {
    private static final Path DOCS = Path.of("../docs/templates");
    private static final int HEAVIEST = 60 * 1024;
    private static final Sheet SHEET = new Sheet(32, new Color(0xF3F1EC));
    private static final TileRenderer RENDERER = new TileRenderer();
    private static final LiveValues LIVE = new LiveValues(Optional.of("Anna"),
            Optional.of(Duration.ofDays(2).plusHours(14).plusMinutes(38)));
    private static final Map<String, Article> ARTICLES = Map.of(
            "cart-reminder", new Article("backpack", "Wander 28 day pack", "Kestrelby", "119.00", "149.00"),
            "editorial", new Article("teapot", "Mossbank stoneware teapot", "Quillby", "48.00", ""),
            "last-chance", new Article("hand-trowel", "Hand trowel and fork", "Brambury", "27.90", "34.90"),
            "new-in", new Article("monstera", "Monstera in a stoneware pot", "Brambury", "42.00", ""),
            "phone-stack", new Article("hiking-boots", "Ridgeline leather hiking boots", "Kestrelby", "159.00", ""),
            "price-drop", new Article("floor-lamp", "Dusk tripod lamp", "Ollenholm", "179.00", "219.00"),
            "product-card", new Article("camp-chair", "Lakeside folding chair", "Kestrelby", "69.00", "89.00"),
            "product-hero", new Article("armchair", "Hollin reading armchair", "Ollenholm", "549.00", ""),
            "product-row", new Article("lantern", "Glowdrop storm lantern", "Torvane", "39.90", ""),
            "product-tile", new Article("tent", "Tarnside two-person ridge tent", "Kestrelby", "249.00", "299.00"));
    private static final Article SECOND_IN_ROW = new Article("candle", "Beech & sage candle", "Ollenholm", "24.00", "");

    /** What the demo's shop sells. */
    private record Article(String photo, String title, String brand, String price, String oldPrice) {
        TileProduct product() {
            TileProduct product = Samples.product(title, brand, price);
            return oldPrice.isEmpty() ? product : Samples.reduced(product, oldPrice, percent());
        }

        private int percent() {
            BigDecimal old = new BigDecimal(oldPrice);
            return old.subtract(new BigDecimal(price)).movePointRight(2).divide(old, RoundingMode.DOWN).intValue();
        }
    }

    static List<String> names() {
        return TemplateLibrary.bundled().names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void previewIsWhatTheTemplateDraws(String name) throws IOException {
        byte[] preview = SHEET.small(picture(name, ARTICLES.get(name), Samples.template(name).cssWidth() < 300 ? 2 : 1));

        ExpectedPicture.check(DOCS.resolve(name + ".png"), preview);
        assertTrue(preview.length <= HEAVIEST, () -> name + ".png has " + preview.length + " bytes");
    }

    @Test
    void galleryShowsThemAll() throws IOException {
        List<List<BufferedImage>> columns = List.of(
                pictures("product-hero", "editorial", "product-row"),
                pictures("product-card", "price-drop", "cart-reminder", "last-chance"),
                pictures("phone-stack", "new-in", "product-tile"));
        columns.getFirst().add(picture("product-row", SECOND_IN_ROW, 1));

        ExpectedPicture.check(DOCS.resolve("gallery.png"), SHEET.small(SHEET.draw(columns)));
    }

    private static List<BufferedImage> pictures(String... names) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        for (String name : names) {
            pictures.add(picture(name, ARTICLES.get(name), 1));
        }
        return pictures;
    }

    private static BufferedImage picture(String name, Article article, int density) throws IOException {
        Template template = Template.parse(name,
                Samples.template(name).content().replace("density: 2", "density: " + density));
        return Sheet.picture(RENDERER.draw(template, article.product(), Optional.of(Samples.drawing(article.photo())),
                Samples.style("EUR", "en-IE"), LIVE));
    }
}
