package dev.inlay.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.templates.illustration.Illustration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssortmentTest {
    private final Assortment assortment = Assortment.bundled();

    @Test
    void everyArticleHasADrawingAndANumberOfItsOwn() {
        assertThat(assortment.articles()).hasSizeGreaterThanOrEqualTo(24)
                .allMatch(article -> Illustration.find(article.name()).isPresent());
        assertThat(assortment.articles()).extracting(Article::productNumber).doesNotHaveDuplicates();
        assertThat(assortment.articles()).extracting(Article::name).doesNotHaveDuplicates();
    }

    @Test
    void thereIsSomethingOnSaleSomethingNewSomethingSoldOutAndAPairOfVariants() {
        assertThat(assortment.articles()).anyMatch(article -> article.discount().isPresent())
                .anyMatch(Article::isNew).anyMatch(article -> !article.inStock());
        Set<String> groups = assortment.articles().stream().flatMap(article -> article.itemGroupId().stream())
                .collect(Collectors.toSet());
        assertThat(groups).hasSize(1);
    }

    @Test
    void saleIsARealSale() {
        assertThat(assortment.articles()).allMatch(article ->
                article.oldPrice().isEmpty() || article.oldPrice().get().compareTo(article.price()) > 0);
    }

    @Test
    void discountIsRoundedDownToWholePercent() {
        assertEquals(16, assortment.find("tent").orElseThrow().discount().orElseThrow());
    }

    @Test
    void feedLeadsToTheShopAndToItsPictures() {
        JsonNode tent = assortment.feed("http://shop.test", "http://127.0.0.1:1", Instant.EPOCH).at("/items/0");

        assertEquals("http://shop.test/demo/shop/p/tent", tent.get("url").textValue());
        assertEquals("http://127.0.0.1:1/demo/photos/tent.png", tent.get("imgUrl").textValue());
    }
}
