package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.catalogue.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BagistoTest {
    private static final String COLUMNS = "sku,parent_sku,attribute_family_code,type,categories,images,name,status,"
            + "price,special_price,special_price_from,special_price_to,manage_stock,inventories\n";

    @ParameterizedTest
    @ValueSource(strings = {COLUMNS + "P-1,P,default,simple,\"Camp/Pots,Sale\","
            + "\"https://a.example/1.webp,https://a.example/2.webp\",Pot,1,21,17,2024-02-01,2024-02-15,1,default=100",
            "<products><product sku='P-1' parent_sku='P' attribute_family_code='default' type='simple'"
            + " categories='Camp/Pots,Sale' images='https://a.example/1.webp,https://a.example/2.webp' name='Pot'"
            + " status='1' price='21' special_price='17' special_price_from='2024-02-01'"
            + " special_price_to='2024-02-15' inventories=''/></products>"})
    void rowsAreReadBySynonyms(String feed) throws IOException {
        Product product = Feeds.read(feed).only();

        assertThat(product.productNumber()).isEqualTo("P-1");
        assertThat(product.itemGroupId()).isEqualTo("P");
        assertThat(product.title()).isEqualTo("Pot");
        assertThat(product.price()).isEqualTo(new BigDecimal("17"));
        assertThat(product.oldPrice()).isEqualTo(new BigDecimal("21"));
        assertThat(product.saleStart()).isEqualTo(Instant.parse("2024-02-01T00:00:00Z"));
        assertThat(product.saleEnd()).isEqualTo(Instant.parse("2024-02-16T00:00:00Z"));
        assertThat(product.hierarchies()).isEqualTo(List.of(List.of("Camp", "Pots"), List.of("Sale")));
        assertThat(product.imgUrl()).isEqualTo("https://a.example/1.webp");
        assertThat(product.extraDataList()).containsEntry("secondaryImgUrls", List.of("https://a.example/2.webp"));
    }

    @Test
    void rowOfUnknownTypeCostsOnlyItself() throws IOException {
        Feeds.Result result = Feeds.read(COLUMNS + "A,,default,simple,,,Pot,1,14,,,,,\n"
                + "B,,default,no-type,,,Pan,1,1,,,,,");

        assertThat(result.rows()).isEqualTo(2);
        assertThat(result.products()).containsOnlyKeys("A");
        assertThat(result.warnings()).contains(new FeedFindings.Finding(2, "B",
                "type 'no-type' is not known: left out"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 'default=100', true", "1, 1, 'default=0,north=5', true", "1, 1, 'default=0,north=0', false",
            "1, 0, 'default=0', true", "0, 0, '', false", "1, 1, '', true"})
    void stockIsSummedUnlessNobodyCounts(String status, String manages, String inventories, boolean inStock)
            throws IOException {
        assertThat(Feeds.read(COLUMNS + "A,,default,simple,,,Pot," + status + ",14,,,," + manages + ",\"" + inventories
                + "\"").only().inStock()).isEqualTo(inStock);
    }
}
