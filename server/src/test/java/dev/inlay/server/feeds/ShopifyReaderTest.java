package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.catalogue.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyReaderTest {
    private static final String COLUMNS = "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,"
            + "Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,"
            + "Variant Inventory Policy,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,"
            + "Image Position,Variant Image,Status,Google Shopping / MPN,"
            + "Färg (product.metafields.shopify.color-pattern)\n";

    @Test
    void rowsBelowInheritFromTheFirst() throws IOException {
        Feeds.Result result = Feeds.read(COLUMNS + """
                pot,Pot,"<p>Boils
                fast</p>",Ember,Camp > Pots,Cookware,"steel, small",true,Size,S,,,P-S,5,deny,10.00,,,\
                https://a.example/1.png,2,,active,M-1,red
                pot,,,,,,,,,L,,,P-L,5,deny,12.00,,,https://a.example/2.png,1,,,,
                pot,,,,,,,,,,,,,,,,,,https://a.example/3.png,3,,,,
                """);

        Product large = result.products().get("P-L");
        assertThat(result.rows()).isEqualTo(3);
        assertThat(result.products()).containsOnlyKeys("P-S", "P-L");
        assertThat(result.showable()).isEqualTo(2);
        assertThat(large.title()).isEqualTo("Pot");
        assertThat(large.description()).isEqualTo("Boils fast");
        assertThat(large.brand()).isEqualTo("Ember");
        assertThat(large.hierarchies()).isEqualTo(List.of(List.of("Camp", "Pots"), List.of("Cookware")));
        assertThat(large.keywords()).isEqualTo(List.of("steel", "small"));
        assertThat(large.price()).isEqualTo(new BigDecimal("12"));
        assertThat(large.itemGroupId()).isEqualTo("pot");
        assertThat(large.extraData()).isEqualTo(Map.of("size", "L", "mpn", "M-1", "shopify.color_pattern", "red"));
    }

    @Test
    void pageAndCurrencyComeFromTheWebsite() throws IOException {
        Product product = Feeds.read(row("blå kniv", "K-1", "249,90", "", "1", "deny", "true", "active")).only();

        assertThat(product.url()).isEqualTo("https://shop.example/products/bl%C3%A5%20kniv");
        assertThat(product.price()).isEqualTo(new BigDecimal("249.9"));
        assertThat(product.currency()).isNull();
    }

    @Test
    void photoWithTheLowestPositionIsTheMainOneUnlessTheVariantHasItsOwn() throws IOException {
        Feeds.Result result = Feeds.read(COLUMNS + """
                pot,Pot,,,,,,,Color,red,,,R,,,1,,,https://a.example/3.png,3,https://a.example/red.png,,,
                pot,,,,,,,,,blue,,,B,,,1,,,https://a.example/10.png,10,,,,
                pot,,,,,,,,,,,,,,,,,,https://a.example/1.png,1,,,,
                """);

        assertThat(result.products().get("R").imgUrl()).isEqualTo("https://a.example/red.png");
        assertThat(result.products().get("B").imgUrl()).isEqualTo("https://a.example/1.png");
        assertThat(result.products().get("B").extraDataList().get("secondaryImgUrls"))
                .isEqualTo(List.of("https://a.example/3.png", "https://a.example/10.png"));
    }

    @Test
    void apostropheBeforeNumbersIsDropped() throws IOException {
        Product product = Feeds.read(COLUMNS + "pot,Pot,,,,,,,,,,,'007,,,1,,'7350177880121,,,,,,").only();

        assertThat(product.productNumber()).isEqualTo("007");
        assertThat(product.ean()).isEqualTo("7350177880121");
    }

    @ParameterizedTest
    @CsvSource({"80.00, 100.00, 80, 100", "80.00, 80.00, 80,", "80.00, 60.00, 80,", "80.00,, 80,", "80.00, 0, 80,"})
    void comparedPriceCountsOnlyIfHigher(String price, String compared, BigDecimal present, BigDecimal old)
            throws IOException {
        Feeds.Result result = Feeds.read(row("pot", "P", price, compared == null ? "" : compared, "1", "deny", "true",
                "active"));

        assertThat(result.only().price()).isEqualTo(present);
        assertThat(result.only().oldPrice()).isEqualTo(old);
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, deny, false", "-2, deny, false", "0, continue, true", "3, deny, true", "'', deny, true",
            "0, '', false"})
    void stockIsUsedUpUnlessMoreCanBeOrdered(String quantity, String policy, boolean inStock) throws IOException {
        assertThat(Feeds.read(row("pot", "P", "1", "", quantity, policy, "true", "active")).only().inStock())
                .isEqualTo(inStock);
    }

    @ParameterizedTest
    @CsvSource({"true, active, 1", "TRUE, Active, 1", "'', '', 1", "false, active, 0", "true, draft, 0",
            "true, archived, 0"})
    void onlyActiveAndPublishedProductsAreShown(String published, String status, int showable) throws IOException {
        Feeds.Result result = Feeds.read(row("pot", "P", "1", "", "1", "deny", published, status)
                + "pot,,,,,,,,,,,,Q,1,deny,1,,,,,,,,\n");

        assertThat(result.products()).containsOnlyKeys("P", "Q");
        assertThat(result.showable()).isEqualTo(showable * 2);
    }

    @Test
    void handleIsTheNumberWhereThereIsNoSku() throws IOException {
        Feeds.Result result = Feeds.read(COLUMNS + """
                lamp,Lamp,,,,,,,Title,Default Title,,,,,,1,,,,,,,,
                glove,Glove,,,,,,,Color,Green,Size,M,,,,1,,,,,,,,
                glove,,,,,,,,,Yellow,,L,',,,1,,,,,,,,
                """);

        assertThat(result.products()).containsOnlyKeys("lamp", "glove-Green-M", "glove-Yellow-L");
        assertThat(result.products().get("lamp").extraData()).doesNotContainKey("title");
    }

    @Test
    void variantsThatStandApartInheritToo() throws IOException {
        Feeds.Result result = Feeds.read(COLUMNS + """
                pot,Pot,,,,,,false,Size,S,,,,,,1,,,https://a.example/1.png,1,,,,
                pan,Pan,,,,,,,,,,,PAN,,,1,,,,,,,,
                pot,,,,,,,,,L,,,,,,1,,,,,,,,
                ,Lid,,,,,,,,,,,LID,,,1,,,,,,,,
                lost,,,,,,,,,,,,LOST,,,1,,,,,,,,
                """);

        assertThat(result.rows()).isEqualTo(5);
        assertThat(result.products()).containsOnlyKeys("pot", "PAN", "pot-L", "LOST");
        assertThat(result.products().get("pot-L").title()).isEqualTo("Pot");
        assertThat(result.products().get("pot-L").imgUrl()).isEqualTo("https://a.example/1.png");
        assertThat(result.products().get("pot-L").inStock()).isFalse();
        assertThat(result.messages()).contains("Handle is missing: the row is left out",
                "no row above has the Title of handle 'lost'");
    }

    @Test
    void columnsOfOtherLanguagesAndTwiceTheSameOnesDoNotMatter() throws IOException {
        assertThat(Feeds.read("Handle,Title,Variant Price,Åldersgrupp,Åldersgrupp,=cmd\npot,Pot,1,a,b,c").products())
                .containsOnlyKeys("pot");
    }

    @Test
    void productWithoutAPriceIsImportedAndTold() throws IOException {
        Feeds.Result result = Feeds.read("Handle,Title,Variant Price,Image Src\npot,Pot,,https://a.example/1.png");

        assertThat(result.products()).containsOnlyKeys("pot");
        assertThat(result.messages()).containsExactly("cannot be shown: no price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void separatorsAndEncodingsAreToldFromTheBytes(String charset) throws IOException {
        byte[] bytes = "\uFEFFHandle;Title;Variant Price\r\nk;\"Käse &amp;amp; \n Brot\";\"1.249,90\"\r\n"
                .substring(charset.startsWith("UTF") ? 0 : 1).getBytes(Charset.forName(charset));

        Product product = Feeds.read(bytes, Feeds.website("EUR", Locale.GERMANY)).only();

        assertThat(product.title()).isEqualTo("Käse & Brot");
        assertThat(product.price()).isEqualTo(new BigDecimal("1249.9"));
    }

    @Test
    void hugeProductIsReadInPieces() throws IOException {
        StringBuilder feed = new StringBuilder("Handle,Title,Option1 Name,Option1 Value,Variant Price,Image Src\n");
        feed.append("pot,Pot,Size,0,1,https://a.example/1.png\n");
        for (int i = 1; i < 12_000; i++) {
            feed.append("pot,,,").append(i).append(",1,\n");
        }

        Feeds.Result result = Feeds.read(feed.toString());

        assertThat(result.products()).hasSize(12_000).containsKeys("pot-0", "pot-5000", "pot-11999");
        assertThat(result.products().get("pot-11999").title()).isEqualTo("Pot");
        assertThat(result.showable()).isEqualTo(12_000);
    }

    @Test
    void photoWhoseLinkIsTooLongIsLeftOutAndTold() throws IOException {
        String tooLong = "https://a.example/" + "x".repeat(3_000) + ".png";

        Feeds.Result result = Feeds.read("Handle,Title,Variant Price,Image Src,Image Position\n"
                + "pot,Pot,1," + tooLong + ",1\npot,,,https://a.example/2.png,2\n");

        assertThat(result.only().imgUrl()).isEqualTo("https://a.example/2.png");
        assertThat(result.messages()).containsExactly(
                "Image Src has more than 2048 characters: the photo is left out");
    }

    @Test
    void photosAreCountedAgainstTheMemoryOfAProduct() {
        int photos = 250;
        String link = "https://a.example/" + "x".repeat(2_000);
        ShopifyProduct product = new ShopifyProduct("pot", Map.of(), false);
        IntStream.range(0, photos).forEach(number -> product.add(new DelimitedRow(number,
                Map.of("image_src", List.of(link + number)), 0, 0)));
        int left = ShopifyProduct.MAX_SIZE - photos * link.length();

        product.add(new DelimitedRow(photos, Map.of("title", List.of("x".repeat(left))), 0, 0));

        assertThat(product.isFull()).isTrue();
    }

    private static String row(String handle, String sku, String price, String compared, String quantity, String policy,
            String published, String status) {
        return COLUMNS + String.join(",", handle, "Pot", "", "", "", "", "", published, "", "", "", "", sku, quantity,
                policy, quoted(price), compared, "", "https://a.example/1.png", "1", "", status, "", "") + "\n";
    }

    private static String quoted(String cell) {
        return "\"" + cell + "\"";
    }
}
