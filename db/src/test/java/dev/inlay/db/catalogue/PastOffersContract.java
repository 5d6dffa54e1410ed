package dev.inlay.db.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.StoreContract;
import dev.inlay.db.retention.OldRows;
import dev.inlay.db.retention.RetentionStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of prices and stock, on every database. */
abstract class PastOffersContract extends StoreContract {
    private static final Product STOVE = product("stove", "40.00");
    private static final Product TENT = product("tent", "90.00");

    private CatalogueStore catalogues;

    @BeforeEach
    void open() {
        catalogues = new CatalogueStore(database());
    }

    @AfterEach
    void close() {
        catalogues.close();
    }

    @Test
    void productThatNeverChangedHasNoPast() {
        runOf(STOVE, TENT);
        runOf(STOVE.withBrand("New"), TENT.withPrices(new BigDecimal("90"), null));

        assertEquals(PastOffers.NONE, past(Instant.EPOCH));
    }

    @Test
    void runThatChangesAPriceTellsTheOneBefore() {
        runOf(STOVE, TENT);
        Instant then = later();

        runOf(STOVE.withPrices(new BigDecimal("30.00"), null), TENT);

        assertEquals(new BigDecimal("40.0000"), price("stove", then));
        assertEquals(new BigDecimal("30.00"), price("stove", later()));
        assertEquals(new BigDecimal("90.00"), price("tent", then));
    }

    @Test
    void eachOfSeveralChangesCountsFromItsTimeOn() {
        catalogues.put(shop, STOVE);
        Instant first = later();
        catalogues.put(shop, STOVE.withPrices(new BigDecimal("30.00"), null));
        Instant second = later();
        catalogues.update(shop, "stove", stove -> stove.withPrices(new BigDecimal("20.00"), null));
        catalogues.update(shop, "stove", stove -> stove.withBrand("New"));

        assertEquals(new BigDecimal("40.0000"), price("stove", first));
        assertEquals(new BigDecimal("30.0000"), price("stove", second));
        assertEquals(1, past(second).byProduct().get("stove").size());
    }

    @Test
    void saleThatBeginsByItselfNeedsNoRow() {
        Instant start = store.time().instant().plus(Duration.ofDays(1));
        Product sale = new Product("stove", null, "Stove", null, null, new BigDecimal("30"), new BigDecimal("40"), null,
                null, null, null, null, true, null, null, start, null, null, null, null);
        runOf(sale);

        assertEquals(new BigDecimal("40"), price("stove", start.minusSeconds(1)));
        assertEquals(new BigDecimal("30"), catalogue("stove").priceAt(start).orElseThrow().present());
        assertEquals(PastOffers.NONE, past(Instant.EPOCH));
    }

    @Test
    void productIsKnownToHaveBeenSoldOut() {
        runOf(STOVE.withInStock(false));
        Instant then = later();
        Instant back = store.time().instant();
        runOf(STOVE);

        assertEquals(Optional.of(back), past(then).soldOutUntil(STOVE, then));
        assertEquals(Optional.empty(), past(then).soldOutUntil(STOVE, back));
    }

    @Test
    void productThatLeftAndCameBackWasSoldOutMeanwhile() {
        runOf(STOVE, TENT);
        Instant then = later();
        runOf(TENT);
        later();
        Instant back = store.time().instant();
        runOf(STOVE.withPrices(new BigDecimal("30.00"), null), TENT);

        assertEquals(Optional.of(back), past(then).soldOutUntil(STOVE, then));
        assertEquals(new BigDecimal("40.0000"), price("stove", then));
        assertEquals(Optional.empty(), past(then).soldOutUntil(TENT, then));
    }

    @Test
    void abandonedRunIsNotRemembered() {
        runOf(STOVE);
        try (StagedRun run = catalogues.begin(shop, "feed")) {
            run.stage(List.of(STOVE.withPrices(BigDecimal.ONE, null)));
            run.stage(List.of(STOVE.withPrices(BigDecimal.TWO, null)));
        }

        assertEquals(PastOffers.NONE, past(Instant.EPOCH));
    }

    @Test
    void productStagedTwiceHasOnePast() {
        runOf(STOVE);
        Instant then = later();
        try (StagedRun run = catalogues.begin(shop, "feed")) {
            run.stage(List.of(STOVE.withPrices(BigDecimal.ONE, null)));
            run.stage(List.of(STOVE.withPrices(BigDecimal.TWO, null)));
            run.swap();
        }

        assertEquals(1, past(then).byProduct().get("stove").size());
        assertEquals(new BigDecimal("40.0000"), price("stove", then));
    }

    @Test
    void priceBeyondAllReasonIsNone() {
        runOf(product("stove", "1e30"));
        runOf(STOVE);

        assertEquals(Optional.empty(), past(Instant.EPOCH).offerAt(STOVE, Instant.EPOCH).priceAt(Instant.EPOCH));
    }

    @Test
    void websitesAreApart() {
        runOf(STOVE);
        runOf(STOVE.withInStock(false));

        assertEquals(PastOffers.NONE, catalogues.pastOffers(newWebsite(), List.of("stove"), Instant.EPOCH));
    }

    @Test
    void oldChangesAreForgotten() {
        runOf(STOVE);
        runOf(STOVE.withInStock(false));
        Instant then = later();
        runOf(STOVE);

        new RetentionStore(database()).delete(shop, OldRows.PRODUCT_CHANGES, then);

        assertEquals(1, past(Instant.EPOCH).byProduct().get("stove").size());
    }

    /** A moment between what was done before and what follows. */
    private Instant later() {
        store.time().advance(Duration.ofMinutes(1));
        Instant between = store.time().instant();
        store.time().advance(Duration.ofMinutes(1));
        return between;
    }

    private BigDecimal price(String number, Instant time) {
        return past(time).offerAt(catalogue(number), time).priceAt(time).orElseThrow().present();
    }

    private Product catalogue(String number) {
        return catalogues.catalogue(shop).find(number).orElseThrow();
    }

    private PastOffers past(Instant since) {
        return catalogues.pastOffers(shop, List.of("stove", "tent", "rope"), since);
    }

    private void runOf(Product... products) {
        try (StagedRun run = catalogues.begin(shop, "feed")) {
            run.stage(List.of(products));
            run.swap();
        }
    }

    private static Product product(String number, String price) {
        return Product.of(number, "Title of " + number, "https://shop.example/" + number,
                "https://shop.example/" + number + ".jpg", new BigDecimal(price));
    }
}
