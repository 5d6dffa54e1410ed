package dev.inlay.server.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.inlay.server.Chromium;
import dev.inlay.server.NodeTools;
import dev.inlay.server.http.Json;
import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import dev.inlay.templates.photo.Photo;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A newsletter with the snippet, as wide as a phone and as wide as a mail, with and without its pictures. Screenshots
 * stay in {@code target/pictures}, to be looked at.
 */
class SnippetInChromiumIT {
    private static final TemplateLibrary TEMPLATES = TemplateLibrary.bundled();
    private static final String MAIL = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>News</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"></head>
            <body style="margin:0;background-color:#ffffff"><main><h1 style="font:20px Arial">News</h1>
            %s</main></body></html>
            """;

    @ParameterizedTest
    @CsvSource({"product-tile, 600, '8,8,284', '308,8,284', '8,424,284'",
        "product-tile, 375, '8,8,171', '195,8,171', '8,265,171'",
        "product-card, 600, '0,8,600', '0,324,600', '0,640,600'",
        "product-card, 375, '0,8,375', '0,211,375', '0,415,375'"})
    void tilesStandSideBySideWhereTheyFit(String template, int width, String first, String second, String third) {
        try (Chromium.Window window = open(template, width, pictures(template))) {
            screenshot(window, template + "-" + width);

            assertThat(window.scrollsSideways()).isFalse();
            assertThat(places(window.page())).containsExactly(first, second, third);
            assertThat(window.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"product-tile, 600, '8,8,284', '308,8,284'", "product-tile, 375, '45,8,284', '45,424,284'",
        "product-card, 600, '0,8,600', '0,324,600'", "product-card, 375, '0,8,375', '0,211,375'"})
    void mjmlFitsTooAndOnPhonesOneBelowTheOther(String template, int width, String first, String second)
            throws Exception {
        ArrayNode input = Json.mapper().createArrayNode();
        Snippet snippet = EverySnippet.ofThreeSlots(template).getFirst();
        input.addObject().put("name", template).put("html", snippet.html("&amp;")).put("mjml", snippet.mjml("&amp;"));
        String page = NodeTools.run(SnippetLintIT.class, "lint.mjs", input).at("/compiled/0/html").textValue();

        try (Chromium.Window window = show(page, width, pictures(template))) {
            screenshot(window, template + "-" + width + "-mjml");

            assertThat(window.scrollsSideways()).isFalse();
            assertThat(places(window.page())).startsWith(first, second);
        }
    }

    @ParameterizedTest
    @CsvSource({"product-tile, 600", "product-tile, 375", "product-card, 600", "product-card, 375"})
    void blockedPicturesLeaveRoomForTheirTexts(String template, int width) {
        try (Chromium.Window window = open(template, width, Route::abort)) {
            screenshot(window, template + "-" + width + "-blocked");

            assertThat(window.scrollsSideways()).isFalse();
            assertEquals(List.of(true, true, true), window.page().evaluate("""
                    [...document.images].map(image => {
                        const text = document.createElement("canvas").getContext("2d");
                        text.font = getComputedStyle(image).font;
                        const lines = Math.ceil(text.measureText(image.alt).width / image.clientWidth);
                        return !image.naturalWidth && image.clientHeight >= lines * 20;
                    })"""));
        }
    }

    @Test
    void axeFindsNothingAgainstIt() {
        Path axe = NodeTools.modules().resolve("axe-core/axe.min.js");
        try (Chromium.Window window = open("product-tile", 600, pictures("product-tile"))) {
            window.page().addScriptTag(new Page.AddScriptTagOptions().setPath(axe));

            assertEquals(List.of(), window.page().evaluate("axe.run().then(result => result.violations.map(one => "
                    + "one.id + ': ' + one.nodes.map(node => node.html).join(' ')))"));
            assertThat((int) window.page().evaluate("axe.run().then(result => result.passes.length)")).isPositive();
        }
    }

    private static Chromium.Window open(String template, int width, Consumer<Route> pictures) {
        return show(MAIL.formatted(EverySnippet.ofThreeSlots(template).getFirst().html("&amp;")), width, pictures);
    }

    private static Chromium.Window show(String page, int width, Consumer<Route> pictures) {
        Chromium.Window window = Chromium.open(width, 900);
        window.page().route(EverySnippet.HOST + "/**", pictures);
        window.page().setContent(page);
        return window;
    }

    /** Left, top (below that of the block) and width of each picture, css pixels rounded down. */
    @SuppressWarnings("unchecked")
    private static List<String> places(Page page) {
        return (List<String>) page.evaluate("""
                (() => {
                    const top = document.querySelector("table").getBoundingClientRect().top;
                    return [...document.images].map(image => image.getBoundingClientRect())
                        .map(box => [box.left, box.top - top, box.width].map(Math.floor).join());
                })()""");
    }

    private static Consumer<Route> pictures(String name) {
        Template template = TEMPLATES.find(name).orElseThrow();
        TileProduct product = new TileProduct("Wool socks with a rather long name, pack of three",
                Optional.of("Fjord & Sons"), Optional.of(new BigDecimal("19.90")), Optional.of(new BigDecimal("24.90")),
                20, true, Map.of());
        TileStyle style =
                new TileStyle("Shop", Currency.getInstance("EUR"), Locale.ENGLISH, Optional.empty(), Map.of());
        byte[] png = new TileRenderer().draw(template, product, Optional.of(Photo.sample()), style).bytes();
        return route -> route.fulfill(new Route.FulfillOptions().setContentType("image/png").setBodyBytes(png));
    }

    private static void screenshot(Chromium.Window window, String name) {
        window.page().screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "pictures", "snippet-" + name + ".png")));
    }
}
