package dev.inlay.db.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A product as the shop describes it. Attributes are spelled as on the wire (contract 5.1); absent ones are {@code
 * null} or empty, and only {@code productNumber} is required: whether it can be shown, {@link Catalogue#isShowable}
 * tells.
 *
 * @param productNumber the shop's number, opaque
 * @param variantProductNumbers further numbers under which events may name it
 * @param url the product's page: where clicks lead
 * @param imgUrl the photo at the shop
 * @param price the present price with tax, in {@code currency}; the sale price between {@code saleStart} and
 *        {@code saleEnd}
 * @param oldPrice the price before, shown struck if higher; the regular price outside of the sale
 * @param currency ISO 4217 code, or {@code null} for the website's
 * @param hierarchies category paths from the root, such as [["Shoes", "Sneakers"]]
 * @param itemGroupId what all variants of one product share
 * @param created when the shop took it up; the store dates what joins a catalogue that stands and does not say it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Product(String productNumber, List<String> variantProductNumbers, String title, String url, String imgUrl,
        BigDecimal price, BigDecimal oldPrice, String currency, String brand, List<List<String>> hierarchies,
        String description, List<String> keywords, boolean inStock, String ean, String itemGroupId, Instant saleStart,
        Instant saleEnd, Map<String, String> extraData, Map<String, List<String>> extraDataList, Instant created) {
    public Product {
        Objects.requireNonNull(productNumber, "productNumber");
        variantProductNumbers = variantProductNumbers == null ? List.of() : List.copyOf(variantProductNumbers);
        hierarchies = hierarchies == null ? List.of() : hierarchies.stream().map(List::copyOf).toList();
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        extraData = inOrder(extraData);
        extraDataList = inOrder(extraDataList);
    }

    /** A product with what a tile needs; further attributes by the {@code with…} methods. */
    public static Product of(String productNumber, String title, String url, String imgUrl, BigDecimal price) {
        return new Product(productNumber, null, title, url, imgUrl, price, null, null, null, null, null, null, true,
                null, null, null, null, null, null, null);
    }

    /** What a tile shows at {@code now}: the sale price only while the sale lasts; empty without any price. */
    public Optional<Price> priceAt(Instant now) {
        return Offer.of(this).priceAt(now);
    }

    /** The group whose members count as one product in a mail: variants share it. */
    public String variantGroup() {
        return itemGroupId == null || itemGroupId.isBlank() ? "#" + productNumber : itemGroupId;
    }

    public Product withInStock(boolean value) {
        return new Product(productNumber, variantProductNumbers, title, url, imgUrl, price, oldPrice, currency, brand,
                hierarchies, description, keywords, value, ean, itemGroupId, saleStart, saleEnd, extraData,
                extraDataList, created);
    }

    public Product withBrand(String value) {
        return new Product(productNumber, variantProductNumbers, title, url, imgUrl, price, oldPrice, currency, value,
                hierarchies, description, keywords, inStock, ean, itemGroupId, saleStart, saleEnd, extraData,
                extraDataList, created);
    }

    public Product withPrices(BigDecimal present, BigDecimal old) {
        return new Product(productNumber, variantProductNumbers, title, url, imgUrl, present, old, currency, brand,
                hierarchies, description, keywords, inStock, ean, itemGroupId, saleStart, saleEnd, extraData,
                extraDataList, created);
    }

    public Product withItemGroupId(String value) {
        return new Product(productNumber, variantProductNumbers, title, url, imgUrl, price, oldPrice, currency, brand,
                hierarchies, description, keywords, inStock, ean, value, saleStart, saleEnd, extraData, extraDataList,
                created);
    }

    public Product withHierarchies(List<List<String>> value) {
        return new Product(productNumber, variantProductNumbers, title, url, imgUrl, price, oldPrice, currency, brand,
                value, description, keywords, inStock, ean, itemGroupId, saleStart, saleEnd, extraData, extraDataList,
                created);
    }

    public Product withCreated(Instant value) {
        return new Product(productNumber, variantProductNumbers, title, url, imgUrl, price, oldPrice, currency, brand,
                hierarchies, description, keywords, inStock, ean, itemGroupId, saleStart, saleEnd, extraData,
                extraDataList, value);
    }

    private static <T> Map<String, T> inOrder(Map<String, T> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
