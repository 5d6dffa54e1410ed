package dev.inlay.server.reasons;

import static dev.inlay.db.activity.EventType.CART;
import static dev.inlay.db.activity.EventType.PURCHASE;
import static dev.inlay.db.activity.EventType.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PickReasonsTest {
    private static final Duration HOURS = Duration.ofHours(2);
    private static final Duration DAYS = Duration.ofDays(12);

    private final Told told = new Told();

    @ParameterizedTest
    @CsvSource({"pinned, Pinned by this campaign", "default, A default product of this campaign",
            "bestsellers, Bestseller of the shop", "trending, Draws more attention than usual at present",
            "random, Drawn by lot", "fixed_list, From the list of this campaign",
            "new_in, Among the newest products of the shop", "last_viewed, Viewed before",
            "abandoned_cart, In the cart", "buy_again, Bought before", "back_in_stock, Back in stock",
            "price_drop, The price fell since the last visit", "related_to_last_order, Goes with the last order",
            "related_to_history, Shoppers with similar visits look at this",
            "bought_together, Often bought together with what this shopper chose",
            "offers, Among the offers of the shop", "for_you, Shoppers with similar visits look at this"})
    void everyStrategyHasItsSentenceAlsoWhenTheHistoryIsForgotten(String strategy, String sentence) {
        assertEquals(sentence, told.why(strategy));
    }

    @ParameterizedTest
    @EnumSource(StrategyType.class)
    void noSentenceEndsOrBeginsBadly(StrategyType type) {
        assertThat(told.why(type.wireName(), "stove", "lamp")).matches("[A-Z].*[^.;, ]").doesNotContain("null", "_");
    }

    @Test
    void aStrategyWithoutSentenceIsNamed() {
        assertEquals("Picked by moon phase, because of Stove and Lamp", told.why("moon_phase", "stove", "lamp"));
    }

    @Test
    void remindersTellWhen() {
        told.did(VIEW, "tent", HOURS).did(VIEW, "tent", DAYS).did(CART, "tent", DAYS).did(PURCHASE, "tent", DAYS);

        assertEquals("Viewed 2 times, last 2 hours ago", told.why("last_viewed"));
        assertEquals("Bought 12 days ago, on 14 November", told.why("buy_again"));
        assertEquals("In the cart for 12 days, since 14 November", told.why("abandoned_cart"));
        assertEquals("The price fell since the last visit; viewed 2 times, last 2 hours ago", told.why("price_drop"));
    }

    @Test
    void whatIsRelatedTellsToWhat() {
        assertEquals("Shoppers who looked at Stove and Lamp also look at this",
                told.why("related_to_history", "stove", "lamp"));
        assertEquals("Goes with the last order, because of Stove", told.why("related_to_last_order", "stove"));
        assertEquals("Often bought together with Stove, Lamp and gone",
                told.why("bought_together", "stove", "lamp", "gone"));
    }

    @Test
    void forYouTellsItsPartsTheWeightiestFirst() {
        told.did(VIEW, "tent", HOURS);
        Map<String, Double> parts = Map.of("history", 0.31, "neighbours", 0.12, "bestsellers", 0.02);

        assertEquals("Viewed 2 hours ago; shoppers who looked at Stove also look at this; bestseller of the shop",
                told.why(new Pick("tent", "for_you", 0.45, parts, List.of("tent", "stove"))));
    }

    @Test
    void aPartThatIsNotKnownIsNamed() {
        assertEquals("Early bird", told.why(new Pick("tent", "for_you", 1, Map.of("early_bird", 1.0), List.of())));
        assertEquals("Early bird", PartReasons.nameOf("early_bird"));
    }

    @Test
    void aPickThatWasLockedBeforeScoresHadPartsIsToldByWhatLedToIt() {
        told.did(CART, "tent", HOURS).inCart("tent");

        assertEquals("In the cart for 2 hours", told.why("for_you", "tent"));
        assertEquals("Shoppers who looked at Stove also look at this", told.why("for_you", "stove"));
    }

    @Test
    void bestsellersTellOfWhatTheyAreTheBest() {
        told.with(Told.product("tent").withBrand(" Acme ").withHierarchies(List.of(List.of("Camping", "Tents"))));

        assertEquals("Bestseller in Tents",
                told.why(new Pick("tent", "bestsellers", 3, Map.of("shop", 1.0, "category", 2.0), List.of())));
        assertEquals("Bestseller of Acme",
                told.why(new Pick("tent", "bestsellers", 2, Map.of("brand", 2.0), List.of())));
    }

    @Test
    void offersTellHowMuchIsSaved() {
        told.with(Told.product("tent").withPrices(new BigDecimal("70.00"), new BigDecimal("100.00")));

        assertEquals("Reduced by 30 %", told.why("offers"));
    }

    @Test
    void aFallenPriceTellsByHowMuch() {
        assertEquals("The price fell by 25 % since the last visit",
                told.why(new Pick("tent", "price_drop", 0.25, Map.of("fall", 0.25), List.of())));
    }

    @Test
    void whatStandsInForTooFewPurchasesIsToldAsWhatItIs() {
        assertEquals("Shoppers who looked at Stove also look at this",
                told.why(new Pick("tent", "bought_together", 1, Map.of("visits", 1.0), List.of("stove"))));
    }

    @Test
    void severalLinesOfOneOrderAreOnePurchase() {
        told.did(PURCHASE, "tent", HOURS).did(PURCHASE, "tent", HOURS);

        assertEquals("Bought 2 hours ago", told.why("buy_again"));
    }

    @Test
    void newProductsTellTheirDay() {
        Product old = Told.product("tent");
        told.with(new Product("tent", null, "Tent", old.url(), old.imgUrl(), BigDecimal.TEN, null, null, null, null,
                null, null, true, null, null, null, null, null, null, Told.NOW.minus(DAYS)));

        assertEquals("New in the shop, came 12 days ago, on 14 November", told.why("new_in"));
    }

    @Test
    void aLongTitleDoesNotDrownTheSentence() {
        told.with(Product.of("stove", "Stove\n " + "x".repeat(500), null, null, null));

        assertThat(told.why("related_to_history", "stove")).hasSizeLessThan(120).contains("Stove xxx", "xxx... also");
    }
}
