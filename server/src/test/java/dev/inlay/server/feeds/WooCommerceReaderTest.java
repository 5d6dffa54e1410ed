package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WooCommerceReaderTest {
    private static final String COLUMNS = "\uFEFFID,Type,SKU,Name,Published,Visibility in catalog,Description,"
            + "In stock?,Stock,Backorders allowed?,Sale price,Regular price,Categories,Images,Parent,Upsells,"
            + "External URL,Attribute 1 name,Attribute 1 value(s),Permalink\n";

    @Test
    void variationsInheritFromTheirParent() throws IOException {
        Feeds.Result result = Feeds.read(COLUMNS + """
                11,variation,TEE-S,Tee - S,1,visible,,1,,0,,20,,,TEE,,,Size,S,
                10,variable,TEE,Tee,1,visible,<b>Soft</b>,1,,0,,,"Wear > Tees, Sale",\
                "https://a.example/1.png, https://a.example/2.png",,,,Size,"S, M",https://shop.example/tee
                12,variation,TEE-M,,1,visible,,1,,0,,25,,https://a.example/m.png,id:10,,,Size,M,
                """);

        Product small = result.products().get("TEE-S");
        Product medium = result.products().get("TEE-M");
        assertThat(result.rows()).isEqualTo(3);
        assertThat(result.showable()).isEqualTo(3);
        assertThat(small.title()).isEqualTo("Tee - S");
        assertThat(small.description()).isEqualTo("Soft");
        assertThat(small.imgUrl()).isEqualTo("https://a.example/1.png");
        assertThat(small.url()).isEqualTo("https://shop.example/tee");
        assertThat(small.hierarchies()).isEqualTo(List.of(List.of("Wear", "Tees"), List.of("Sale")));
        assertThat(small.extraData()).containsEntry("size", "S");
        assertThat(medium.title()).isEqualTo("Tee");
        assertThat(medium.imgUrl()).isEqualTo("https://a.example/m.png");
        assertThat(result.products().values()).extracting(Product::itemGroupId).containsOnly("TEE");
        assertThat(result.products().get("TEE").price()).isEqualTo(new BigDecimal("20"));
        assertThat(result.products().get("TEE").extraDataList()).containsEntry("size", List.of("S", "M"))
                .containsEntry("secondaryImgUrls", List.of("https://a.example/2.png"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            45,,,     | 45,42,,           | 42 | 45
            45,20,,   | 40,,,             | 20 | 45
            45,20,2026-01-01,2026-01-05 | 40,,, | 40 |
            45,20,2026-01-01,2026-01-05 | 45,,, | 20 | 45
            45,,,     | broken,,,         | 45 |
            """)
    void parentCostsWhatItsCheapestVariationCosts(String one, String other, BigDecimal price, BigDecimal old)
            throws IOException {
        Product parent = Feeds.read("ID,Type,SKU,Name,Parent,Regular price,Sale price,Date sale price starts,"
                + "Date sale price ends\n1,variable,P,Pot,,,,,\n2,variation,A,A,P," + one + "\n3,variation,B,B,id:1,"
                + other).products().get("P");

        assertThat(parent.price()).isEqualTo(price);
        assertThat(parent.oldPrice()).isEqualTo(old);
    }

    @Test
    void parentCostsWhatVariationsCostThatNameItByItsBareId() throws IOException {
        Feeds.Result result = Feeds.read("ID,Type,SKU,Name,Parent,Regular price\n10,variable,P,Pot,,\n"
                + "11,variation,P-S,Pot,10,30\n12,variation,P-M,Pot,P,25\n13,variation,P-L,Pot,10,20\n");

        assertThat(result.products().get("P").price()).isEqualTo(new BigDecimal("20"));
        assertThat(result.products().get("P-L").itemGroupId()).isEqualTo(
                result.products().get("P-M").itemGroupId());
    }

    @Test
    void bareIdThatIsTheSkuOfAnotherParentIsThatParents() throws IOException {
        Feeds.Result result = Feeds.read("ID,Type,SKU,Name,Parent,Regular price\n10,variable,P,Pot,,\n"
                + "20,variable,10,Pan,,\n21,variation,S,Pan,10,5\n11,variation,M,Pot,id:10,30\n");

        assertThat(result.products().get("10").price()).isEqualTo(new BigDecimal("5"));
        assertThat(result.products().get("P").price()).isEqualTo(new BigDecimal("30"));
    }

    @Test
    void numericSkusAreRememberedUpToABound() {
        WooCommerceFamilies families = new WooCommerceFamilies(Feeds.website("EUR", Locale.GERMANY));

        IntStream.rangeClosed(1, WooCommerceFamilies.MAX_SKUS + 1).forEach(number -> families.add(
                new DelimitedRow(number, Map.of("sku", List.of("" + number), "type", List.of("simple")), 0, 0)));

        assertThat(families.isSku("" + WooCommerceFamilies.MAX_SKUS)).isTrue();
        assertThat(families.isSku("" + (WooCommerceFamilies.MAX_SKUS + 1))).isFalse();
    }

    @Test
    void parentThatIsRememberedIsFoundByEachOfItsNames() {
        WooCommerceParents parents = new WooCommerceParents();
        IntStream.rangeClosed(1, 200_000).forEach(number -> parents.keep(new DelimitedRow(number,
                Map.of("id", List.of("" + number), "sku", List.of("P" + number)), 0, 0)));

        assertThat(parents.hasForgotten()).isTrue();
        for (int number = 1; number <= 200_000; number++) {
            assertThat(parents.find(child("id:" + number)).isPresent()).isEqualTo(
                    parents.find(child("P" + number)).isPresent());
        }
        assertThat(parents.find(child("200000"))).isPresent();
    }

    @Test
    void saleHasAWindowThatMayBeOpen() throws IOException {
        String columns = "ID,Type,SKU,Name,Regular price,Sale price,Date sale price starts,Date sale price ends\n";

        Feeds.Result result = Feeds.read(columns + "1,simple,A,A,10,8,2026-01-31 08:00:00,\n"
                + "2,simple,B,B,10,8,,2026-01-31\n3,simple,C,C,10,8,soon,\n");

        assertThat(result.products().get("A").saleStart()).isEqualTo(Instant.parse("2026-01-31T08:00:00Z"));
        assertThat(result.products().get("A").saleEnd()).isNull();
        assertThat(result.products().get("B").saleEnd()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(result.products().get("C").price()).isEqualTo(new BigDecimal("10"));
        assertThat(result.messages()).anyMatch(message -> message.contains("was 'soon/'"));
    }

    @ParameterizedTest
    @CsvSource({"1, visible, 1,, 0, true", "1, catalog, 1,, 0, true", "1, hidden, 1,, 0, false",
            "0, visible, 1,, 0, false", "-1, visible, 1,, 0, false", "1, visible, 0,, 0, false",
            "1, visible, 1, 0, 0, false", "1, visible, 1, 0, 1, true", "1, visible, 1, -3, notify, true",
            "1, visible, backorder, 0, 1, true", "1, visible, 1, 12, 0, true", "1, visible, 1, 0.00, 0, false"})
    void whatIsHiddenOrUsedUpIsNotShown(String published, String visibility, String inStock, String stock,
            String backorders, boolean shown) throws IOException {
        Product product = Feeds.read(COLUMNS + String.join(",", "1,simple,A,A", published, visibility, "", inStock,
                stock == null ? "" : stock, backorders) + ",,10,,,,,,,,").only();

        assertThat(product.inStock()).isEqualTo(shown);
    }

    @Test
    void variationsOfHiddenOrUsedUpParentsAreNotShown() throws IOException {
        Feeds.Result result = Feeds.read(COLUMNS + """
                1,variable,H,Hidden,-1,visible,,1,,0,,,,,,,,,,
                2,variation,H-1,,1,visible,,1,,0,,10,,,H,,,,,
                3,variable,U,Used up,1,visible,,1,0,0,,,,,,,,,,
                4,variation,U-1,,1,visible,,1,parent,0,,10,,,U,,,,,
                """);

        assertThat(result.products().get("H-1").inStock()).isFalse();
        assertThat(result.products().get("H-1").extraData()).containsEntry("published", "-1");
        assertThat(result.products().get("U-1").inStock()).isFalse();
    }

    @Test
    void idsAreAliasesUnlessTheyAreTheSkuOfAnother() throws IOException {
        Feeds.Result result = Feeds.read(COLUMNS + """
                101,simple,1,One,1,visible,,1,,0,,10,,,,,,,,
                102,simple,101,Two,1,visible,,1,,0,,10,,,,,,,,
                103,simple,,Three,1,visible,,1,,0,,10,,,,,,,,
                1,simple,,Four,1,visible,,1,,0,,10,,,,,,,,
                """);

        assertThat(result.products()).containsOnlyKeys("1", "101", "103", "id:1");
        assertThat(result.products().get("1").variantProductNumbers()).isEqualTo(List.of("#101", "id:101"));
        assertThat(result.products().get("101").variantProductNumbers()).isEqualTo(List.of("102", "#102", "id:102"));
        assertThat(result.products().get("id:1").variantProductNumbers()).isEqualTo(List.of("#1"));
        assertThat(Catalogue.of(result.products().values(), Map.of()).find("101")).map(Product::title)
                .contains("Two");
    }

    @Test
    void typesMayBeLists() throws IOException {
        Feeds.Result result = Feeds.read(COLUMNS + """
                1,"simple, downloadable, virtual",A,Album,1,visible,,1,,0,3,5,Music,\
                https://a.example/1.png,,"B, id:7",,,,
                2,grouped,G,Set,1,visible,,1,,0,,,,,,,,,,
                3,external,E,Gift,1,visible,,1,,0,,30,,https://a.example/2.png,,,https://else.example/gift,,,
                """);

        assertThat(result.rows()).isEqualTo(3);
        assertThat(result.products().get("A").oldPrice()).isEqualTo(new BigDecimal("5"));
        assertThat(result.products().get("A").extraDataList()).containsEntry("upsells", List.of("B", "id:7"));
        assertThat(result.products().get("E").url()).isEqualTo("https://else.example/gift");
        assertThat(result.showable()).isEqualTo(1);
        assertThat(result.messages()).containsExactly(
                "cannot be shown: no product page link, so no click can lead there",
                "cannot be shown: no price, no photo link, no product page link, so no click can lead there");
    }

    @ParameterizedTest
    @CsvSource({"Meta: product_url, https://shop.example/p", "Meta: _permalink, https://shop.example/p",
            "URL, https://shop.example/p", "Meta: image_url,", "Meta: _wpcom,"})
    void pageStandsInAColumnOfTheShopsOwn(String column, String url) throws IOException {
        assertThat(Feeds.read("ID,Type,SKU,Name,Regular price," + column
                + "\n1,simple,A,A,10,https://shop.example/p").only().url()).isEqualTo(url);
    }

    @Test
    void commasWithinNamesOfCategoriesAreEscaped() throws IOException {
        assertThat(Feeds.read("ID,Type,SKU,Name,Regular price,Categories\n"
                + "1,simple,A,A,10,\"Pots\\, pans > Steel, Sale\"").only().hierarchies())
                .isEqualTo(List.of(List.of("Pots, pans", "Steel"), List.of("Sale")));
    }

    @Test
    void variationWithoutItsParentIsImportedAndTold() throws IOException {
        Feeds.Result result = Feeds.read(COLUMNS + "2,variation,A,A,1,visible,,1,,0,,10,,,GONE,,,,,");

        assertThat(result.only().itemGroupId()).isEqualTo("GONE");
        assertThat(result.messages()).contains("its parent 'GONE' is not in the feed");
    }

    private static DelimitedRow child(String parent) {
        return new DelimitedRow(1, Map.of("parent", List.of(parent)), 0, 0);
    }
}
