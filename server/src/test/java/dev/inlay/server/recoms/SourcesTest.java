package dev.inlay.server.recoms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.server.bounds.CallLimits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each source of a page finds in a small shop. */
class SourcesTest {
    private static final Product BOOTS = of("boots", "Daybird", "Footwear", "Boots");
    private static final Product CLOGS = of("clogs", "Fjell", "Footwear", "Boots");
    private static final Product MULES = of("mules", "Fjell", "Footwear", "Boots");
    private static final Product SANDALS = of("sandals", "Daybird", "Footwear", "Boots");

    private static RecomsShop shop;

    @BeforeAll
    static void open(@TempDir Path folder) {
        shop = new RecomsShop(folder, new CallLimits(40, 0, 0));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void fill() {
        shop.move();
        List.of(BOOTS, CLOGS, MULES, SANDALS, of("socks", "Daybird", "Wear"), of("cream", "Fjell", "Care"),
                of("laces", "Daybird", "Care")).forEach(shop::put);
    }

    @Test
    void popularProductsAreToldApartByWhatIsCounted() {
        for (int visit = 0; visit < 12; visit++) {
            shop.viewer("clogs");
        }
        shop.buys(shop.viewer(), "cream", "laces");
        shop.buys(shop.viewer(), "cream", "laces");
        shop.buys(shop.viewer(), "cream");

        assertThat(of("TOP", "")).startsWith("cream", "clogs", "laces");
        assertThat(of("MOST_BOUGHT", "")).startsWith("cream", "laces", "clogs");
        assertThat(of("MOST_VIEWED", "")).startsWith("clogs");
        assertThat(of("BOUGHT_TOGETHER", "cream")).containsExactly("laces");
    }

    @Test
    void alternativesAreOfTheSameCategoryFirst() {
        shop.viewer("boots", "sandals");
        shop.viewer("boots", "socks");
        shop.viewer("clogs");

        assertThat(of("ALTERNATIVES", "boots")).containsExactly("sandals", "socks", "clogs");
        assertThat(of("RELATED", "boots")).containsExactlyInAnyOrder("sandals", "socks");
    }

    @Test
    void productThatNobodySawHasAlternativesOfItsCategoryAndBrand() {
        shop.viewer("boots");
        shop.viewer("boots");
        shop.viewer("sandals");
        shop.viewer("clogs");
        shop.viewer("socks");

        assertThat(of("ALTERNATIVES", "mules")).containsExactly("clogs", "boots", "sandals");
    }

    @Test
    void whatTheShopperDidComesBack() {
        TrackingUserId anna = shop.viewer("socks", "boots");
        shop.buys(anna, "cream");

        assertThat(of(anna, "RETARGETED", "")).containsExactly("boots", "socks");
        assertThat(of(anna, "RETARGETED", "boots")).containsExactly("socks");
        assertThat(of(anna, "RECENTLY_BOUGHT", "")).containsExactly("cream");
    }

    @Test
    void runOfAFeedThatLowersAPriceMakesAPriceDrop() {
        shop.run(BOOTS, CLOGS, MULES);
        TrackingUserId anna = shop.viewer("boots", "clogs");

        shop.run(BOOTS.withPrices(new BigDecimal("9.60"), null), CLOGS.withPrices(new BigDecimal("8.00"), null),
                MULES.withPrices(BigDecimal.ONE, null));

        assertThat(of(anna, "PRICE_DROP", "")).containsExactly("clogs");
    }

    @Test
    void productThatComesBackWithARunOfAFeedIsBackInStock() {
        shop.run(BOOTS, CLOGS);
        TrackingUserId anna = shop.viewer("boots", "clogs");

        shop.run(BOOTS.withInStock(false));
        assertThat(of(anna, "BACK_IN_STOCK", "")).isEmpty();
        shop.run(BOOTS);
        shop.run(BOOTS, CLOGS);

        assertThat(of(anna, "BACK_IN_STOCK", "")).containsExactly("clogs", "boots");
    }

    private static Product of(String number, String brand, String... path) {
        return RecomsShop.product(number).withBrand(brand).withHierarchies(List.of(List.of(path)));
    }

    private static List<String> of(String source, String about) {
        return of(TrackingUserId.random(), source, about);
    }

    private static List<String> of(TrackingUserId who, String source, String about) {
        return shop.numbers(who, "{'sources':[{'type':'" + source + "'}],'context':{'productNumbers':["
                + (about.isEmpty() ? "" : "'" + about + "'") + "]}}").getFirst();
    }
}
