package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductJsonTest {
    @Test
    void everyAttributeIsReadAndWrittenAsOnTheWire() {
        ObjectNode attributes = json("""
                {"productNumber":"STOVE-1","variantProductNumbers":["STOVE-1-R"],"title":"Stove",
                "url":"https://shop.example/stove?id=1","imgUrl":"https://shop.example/stove.jpg","price":19.90,
                "oldPrice":29.90,"currency":"EUR","brand":"Ember","hierarchies":[["Camping","Stoves"]],
                "description":"Burns.","keywords":["gas","small"],"inStock":false,"ean":"4006381333931",
                "itemGroupId":"STOVE","saleStart":"2026-01-01T00:00:00Z","saleEnd":"2026-02-01T00:00:00Z",
                "extraData":{"mpn":"E-1"},"extraDataList":{"colors":["red","black"]},
                "created":"2025-12-01T08:00:00Z"}""");

        Product product = ProductJson.parse(attributes);

        assertThat(product.saleEnd()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(product.extraDataList()).isEqualTo(Map.of("colors", List.of("red", "black")));
        assertThat(json(ProductJson.write(product).toString())).isEqualTo(attributes);
    }

    @Test
    void numbersMayBeStringsAndProductNumbersNumbers() {
        Product product = ProductJson.parse(json("{\"productNumber\":7,\"price\":\" 19.90 \",\"oldPrice\":\"25\"}"));

        assertThat(product.productNumber()).isEqualTo("7");
        assertThat(product.price()).isEqualTo(new BigDecimal("19.9"));
        assertThat(product.inStock()).isTrue();
    }

    @Test
    void productNumberStaysAsWritten() {
        assertThat(ProductJson.parse(json("{\"productNumber\":\"007\"}")).productNumber()).isEqualTo("007");
    }

    @Test
    void urlIsTheNumberOfAProductWithoutOne() {
        Product product = ProductJson.parse(json("{\"url\":\"https://shop.example/stove\"}"));

        assertThat(product.productNumber()).isEqualTo("https://shop.example/stove");
    }

    @Test
    void hierarchiesAndKeywordsMayBeStrings() {
        Product product = ProductJson.parse(json("""
                {"productNumber":"1","hierarchies":["Shoes > Sneakers",["Sale"]],"keywords":"gas, small,"}"""));

        assertThat(product.hierarchies()).isEqualTo(List.of(List.of("Shoes", "Sneakers"), List.of("Sale")));
        assertThat(product.keywords()).isEqualTo(List.of("gas", "small"));
    }

    @Test
    void extraValuesBecomeText() {
        Product product = ProductJson.parse(json("""
                {"productNumber":"1","extraData":{"margin":0.55,"new":true,"none":null,"size":42}}"""));

        assertThat(product.extraData()).isEqualTo(Map.of("margin", "0.55", "new", "true", "size", "42"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                            | productNumber must be given, or url instead
            {"productNumber":""}                          | productNumber must be 1 to 255 characters
            {"productNumber":"a\\u0000b"}                 | productNumber must be 1 to 255 characters
            {"productNumber":"a\\ud800"}                  | productNumber must be 1 to 255 characters
            {"productNumber":true}                        | productNumber must be a string
            {"productNumber":"1","title":5}               | title must be a string - was '5'
            {"productNumber":"1","url":"javascript:x"}    | url must be an http or https URL
            {"productNumber":"1","imgUrl":"//a.example/"} | imgUrl must be an http or https URL
            {"productNumber":"1","price":"cheap"}         | price must be a number - was 'cheap'
            {"productNumber":"1","price":-1}              | price must be 0 or more
            {"productNumber":"1","price":1e13}            | price must be 0 or more, of at most 12 digits
            {"productNumber":"1","oldPrice":""}           | oldPrice must be a number
            {"productNumber":"1","currency":"EURO"}       | currency must be a code of ISO 4217 - was 'EURO'
            {"productNumber":"1","inStock":"yes"}         | inStock must be true or false
            {"productNumber":"1","saleEnd":"tomorrow"}    | saleEnd must be a time of ISO 8601 - was 'tomorrow'
            {"productNumber":"1","hierarchies":"Shoes"}   | hierarchies must be a list
            {"productNumber":"1","extraData":{"a":{}}}    | extraData.a must hold strings, numbers or truth values only
            {"productNumber":"1","extraDataList":{"a":1}} | extraDataList.a must be a list - was '1'
            {"productNumber":"1","variantProductNumbers":[true]} | variantProductNumbers[0] must be a string
            """)
    void brokenAttributeIsRefusedByName(String attributes, String message) {
        assertThatThrownBy(() -> ProductJson.parse(json(attributes)))
                .isInstanceOf(InvalidParameterException.class).hasMessageContaining(message);
    }

    @Test
    void titleThatIsTooLongIsRefused() {
        ObjectNode attributes = json("{\"productNumber\":\"1\"}").put("title", "x".repeat(1_001));

        assertThatThrownBy(() -> ProductJson.parse(attributes))
                .hasMessageContaining("title must be at most 1000 characters");
    }

    private static ObjectNode json(String text) {
        return Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }
}
