package dev.inlay.templates;

import dev.inlay.templates.photo.Photo;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One expected picture per visual rule. */
class ExpectedPicturesTest {
    private static final TileRenderer RENDERER = TileRenderer.inFullColour();
    private static final String LONG_TITLE =
            "Höhenverstellbare Tischleuchte mit warmem Licht, gewebtem Schirm und einem Fuß aus gebürstetem Messing";

    @Test
    void longTitleEndsWithAnEllipsisOnTheSecondLine() throws IOException {
        tile("long-title.png", Samples.product(LONG_TITLE, "Lumen", "129.00"), Samples.packshot());
    }

    @Test
    void oneLineTitleKeepsPriceAndButtonWhereTheyAre() throws IOException {
        tile("one-line-title.png", Samples.LAMP, Samples.packshot());
    }

    @Test
    void oldPriceIsStruckAndThePriceTakesTheAccent() throws IOException {
        tile("struck-price.png", Samples.reduced(Samples.LAMP, "184.90", 30), Samples.packshot());
    }

    @Test
    void hugePricesBecomeSmallerTogether() throws IOException {
        TileProduct product = Samples.reduced(Samples.product("Kronleuchter", "Lumen", "1234567.89"), "2345678.90", 47);

        ExpectedPicture.check("huge-price.png", RENDERER.draw(Samples.template("product-tile"), product,
                Optional.of(Samples.packshot()), Samples.style("DKK", "da-DK")));
    }

    @Test
    void missingPhotoLeavesAQuietSign() throws IOException {
        ExpectedPicture.check("no-photo.png", RENDERER.draw(Samples.template("product-tile"),
                Samples.reduced(Samples.LAMP, "184.90", 30), Optional.empty(), Samples.GERMAN));
    }

    @Test
    void soldOutProductIsFadedAndSaysSo() throws IOException {
        tile("sold-out.png", Samples.soldOut(Samples.reduced(Samples.LAMP, "184.90", 30)), Samples.packshot());
    }

    @Test
    void withoutBrandTheTitleMovesUp() throws IOException {
        tile("no-brand.png", Samples.withoutBrand(Samples.LAMP), Samples.packshot());
    }

    @Test
    void hebrewShopIsMirrored() throws IOException {
        TileProduct product = Samples.reduced(
                Samples.product("מנורת שולחן עם אור חם ובסיס פליז (Mira 2)", "לומן", "349.90"), "499.90", 30);

        ExpectedPicture.check("rtl-title.png", RENDERER.draw(Samples.template("product-tile"), product,
                Optional.of(Samples.packshot()), Samples.style("ILS", "he-IL")));
    }

    @Test
    void arabicLettersAreJoined() throws IOException {
        TileProduct product = Samples.product("مصباح طاولة بضوء دافئ وقاعدة نحاسية", "لومن", "12.500");

        ExpectedPicture.check("arabic.png", RENDERER.draw(Samples.template("product-tile"), product,
                Optional.of(Samples.packshot()), Samples.style("KWD", "ar-KW")));
    }

    @Test
    void lettersOfManyScriptsAreDrawnAndEmojiDropped() throws IOException {
        TileProduct product = Samples.product("Лампа 🪔 Φωτιστικό Łódź ﬁn 👩🏽‍🚀 照明", "Ωμέγα", "3490");

        ExpectedPicture.check("many-scripts.png", RENDERER.draw(Samples.template("product-tile"), product,
                Optional.of(Samples.packshot()), Samples.style("UAH", "uk-UA")));
    }

    @Test
    void unbreakableWordIsBroken() throws IOException {
        tile("unbreakable-word.png", Samples.product("Leuchte".repeat(12), "Lumen".repeat(12), "129.00"),
                Samples.packshot());
    }

    @Test
    void widePhotoIsNotDistorted() throws IOException {
        tile("wide-photo.png", Samples.LAMP, Samples.wide());
    }

    @Test
    void transparentPhotoStandsOnTheGround() throws IOException {
        tile("transparent-photo.png", Samples.LAMP, Samples.transparent());
    }

    @Test
    void variablesOfTheShopTakeTheirPlace() throws IOException {
        TileStyle dark = new TileStyle("Nordlicht", Samples.GERMAN.currency(), Samples.GERMAN.locale(),
                Optional.of("#,##0.00 ¤"),
                Map.of("background", "#15181c", "photoBackground", "#22262c", "text", "#f2f2f0", "muted", "#a0a4aa",
                        "accent", "#ffb454", "badgeText", "#15181c", "border", "#2c3138",
                        "buttonBackground", "#ffb454", "buttonText", "#15181c", "button", "Zur Leuchte"));

        ExpectedPicture.check("dark-variables.png", RENDERER.draw(Samples.template("product-tile"),
                Samples.reduced(Samples.LAMP, "184.90", 30), Optional.of(Samples.transparent()), dark));
    }

    @Test
    void cardShowsPhotoBesideWords() throws IOException {
        TileProduct product = Samples.reduced(Samples.product(LONG_TITLE, "Lumen", "129.00"), "184.90", 30);

        ExpectedPicture.check("product-card.png", RENDERER.draw(Samples.template("product-card"), product,
                Optional.of(Samples.packshot()), Samples.GERMAN));
    }

    @Test
    void productWithoutPriceStillHasItsButton() throws IOException {
        TileProduct product = new TileProduct("Tischleuchte Mira", Optional.empty(), Optional.<BigDecimal>empty(),
                Optional.empty(), 0, true, Map.of());

        ExpectedPicture.check("card-without-price.png", RENDERER.draw(Samples.template("product-card"), product,
                Optional.empty(), Samples.GERMAN));
    }

    @Test
    void neutralPictureNamesTheShopOnly() throws IOException {
        ExpectedPicture.check("neutral.png", RENDERER.neutral(Samples.template("product-tile"), Samples.GERMAN));
    }

    @Test
    void neutralCardNamesTheShopOnly() throws IOException {
        ExpectedPicture.check("neutral-card.png", RENDERER.neutral(Samples.template("product-card"), Samples.GERMAN));
    }

    @Test
    void neutralPictureOfNobodyNamesNoShop() throws IOException {
        ExpectedPicture.check("neutral-nobody.png", RENDERER.neutral());
    }

    private static void tile(String name, TileProduct product, Photo photo) throws IOException {
        ExpectedPicture.check(name, RENDERER.draw(Samples.template("product-tile"), product, Optional.of(photo),
                Samples.GERMAN));
    }
}
