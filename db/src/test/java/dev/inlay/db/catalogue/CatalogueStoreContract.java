package dev.inlay.db.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.StoreContract;
import dev.inlay.db.feed.SourceVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a catalogue store promises on every database. */
abstract class CatalogueStoreContract extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Product STOVE = product("stove");
    private static final Product TENT = product("tent");
    private static final Product LAMP = product("lamp");

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
    void catalogueOfANewWebsiteIsEmpty() {
        assertEquals(List.of(), catalogues.catalogue(shop).products());
    }

    @Test
    void nothingOfARunShowsBeforeItIsSwapped() {
        try (StagedRun run = catalogues.begin(shop, "feed")) {
            run.stage(List.of(STOVE, TENT));

            assertEquals(List.of(), catalogues.catalogue(shop).products());
            assertEquals(2, run.staged());
            assertEquals(0, run.standing());
            assertEquals(new StagedRun.Outcome(2, 0), run.swap());
            assertEquals(List.of(STOVE, TENT), catalogues.catalogue(shop).products());
        }
    }

    @Test
    void abandonedRunLeavesNoTrace() {
        runOf("feed", STOVE, TENT);

        try (StagedRun run = catalogues.begin(shop, "feed")) {
            run.stage(List.of(STOVE.withBrand("New"), LAMP));
        }

        assertEquals(List.of(STOVE, TENT), catalogues.catalogue(shop).products());
        assertEquals(2, rows());
        assertEquals(new StagedRun.Outcome(2, 0), runOf("feed", STOVE, TENT));
    }

    @Test
    void productsThatWereNotStagedLeaveButAreFoundForEver() {
        runOf("feed", STOVE, TENT);

        StagedRun.Outcome outcome = runOf("feed", STOVE, LAMP);

        assertEquals(new StagedRun.Outcome(2, 1), outcome);
        assertEquals(List.of(LAMP, STOVE), catalogues.catalogue(shop).products());
        assertEquals(Optional.of(TENT), catalogues.findEver(shop, "tent"));
        assertEquals(Optional.empty(), catalogues.findEver(shop, "rope"));
    }

    @Test
    void productThatLeftIsFoundAfterARestart() {
        runOf("feed", STOVE, TENT);
        runOf("feed", STOVE);

        restart();

        assertEquals(List.of(STOVE), catalogues.catalogue(shop).products());
        assertEquals(Optional.of(TENT), catalogues.findEver(shop, "tent"));
    }

    @Test
    void productThatLeftMayComeBackChanged() {
        runOf("feed", STOVE, TENT);
        runOf("feed", STOVE);

        runOf("feed", STOVE, TENT.withBrand("New"));

        assertEquals(Optional.of(TENT.withBrand("New")), catalogues.catalogue(shop).find("tent"));
    }

    @Test
    void onlyWhatChangedIsWritten() {
        runOf("feed", STOVE, TENT);

        runOf("feed", STOVE, TENT);
        assertEquals(2, rows());

        runOf("feed", STOVE.withBrand("New"), TENT);
        assertEquals(3, rows());

        runOf("feed", STOVE.withBrand("Newer"), TENT);
        assertEquals(3, rows());
    }

    @Test
    void lastOfAProductNumberStagedTwiceCounts() {
        try (StagedRun run = catalogues.begin(shop, "feed")) {
            run.stage(List.of(STOVE, STOVE.withBrand("Second")));
            run.stage(List.of(STOVE.withBrand("Third")));
            run.stage(List.of(TENT));
            assertEquals(new StagedRun.Outcome(2, 0), run.swap());
        }

        assertEquals(List.of(STOVE.withBrand("Third"), TENT), catalogues.catalogue(shop).products());
    }

    @Test
    void productThatJoinsAStandingCatalogueCameThen() {
        Product undatedStove = STOVE.withCreated(null);
        Product undatedLamp = LAMP.withCreated(null);
        runOf("feed", undatedStove);
        runOf("feed", undatedStove, undatedLamp, TENT);
        Optional<Instant> came = created("lamp");
        runOf("feed", undatedStove.withBrand("New"));
        runOf("feed", undatedStove, undatedLamp.withBrand("New"), undatedLamp.withBrand("Newer"));
        catalogues.put(shop, Product.of("axe", "Axe", null, null, null));
        restart();

        assertEquals(Optional.of(store.time().instant().truncatedTo(ChronoUnit.MILLIS)), came);
        assertEquals(came, created("lamp"));
        assertEquals(Optional.empty(), created("stove"));
        assertTrue(created("axe").isPresent());
    }

    @Test
    void runReplacesProductsOfItsOwnSourceOnly() {
        runOf("feed", STOVE);
        runOf("other", TENT);
        catalogues.put(shop, LAMP);

        StagedRun.Outcome outcome = runOf("feed");

        assertEquals(new StagedRun.Outcome(0, 1), outcome);
        assertEquals(List.of(LAMP, TENT), catalogues.catalogue(shop).products());
    }

    @Test
    void aRunOfManyBatchesIsTakenUpWhole() {
        Product[] products = IntStream.range(0, 1_234).mapToObj(number -> product("p" + (10_000 + number)))
                .toArray(Product[]::new);

        StagedRun.Outcome outcome = runOf("feed", products);
        restart();

        assertEquals(1_234, outcome.imported());
        assertEquals(List.of(products), catalogues.catalogue(shop).products());
        assertEquals(1_234, catalogues.pendingPhotos(shop, 5_000).size());
    }

    @Test
    void putTakesUpOrReplacesOneProduct() {
        assertTrue(catalogues.put(shop, STOVE));
        assertFalse(catalogues.put(shop, STOVE.withBrand("New")));
        assertFalse(catalogues.put(shop, STOVE.withBrand("New")));

        assertEquals(List.of(STOVE.withBrand("New")), catalogues.catalogue(shop).products());
    }

    @Test
    void updatesThatComeAtOnceAllCount() {
        catalogues.put(shop, STOVE.withBrand("A"));

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() ->
                catalogues.update(shop, "stove", old -> old.withBrand(old.brand() + "+"))))
                .limit(10).toArray(CompletableFuture[]::new)).join();

        assertEquals(Optional.of(STOVE.withBrand("A" + "+".repeat(10))), catalogues.catalogue(shop).find("stove"));
    }

    @Test
    void updateThatThrowsStoresNothing() {
        catalogues.put(shop, STOVE);

        assertThrows(IllegalStateException.class, () -> catalogues.update(shop, "stove", old -> {
            throw new IllegalStateException("refused");
        }));
        assertThrows(IllegalArgumentException.class, () -> catalogues.update(shop, "stove", old -> TENT));

        assertEquals(List.of(STOVE), catalogues.catalogue(shop).products());
    }

    @Test
    void updateKeepsTheSourceOfAProduct() {
        runOf("feed", STOVE);

        assertEquals(Optional.of(STOVE.withBrand("New")),
                catalogues.update(shop, "stove", old -> old.withBrand("New")));
        assertEquals(Optional.empty(), catalogues.update(shop, "tent", old -> old.withBrand("New")));

        assertEquals(new StagedRun.Outcome(0, 1), runOf("feed"));
    }

    @Test
    void removedProductIsFoundForEver() {
        catalogues.put(shop, STOVE);

        assertTrue(catalogues.remove(shop, "stove"));
        assertFalse(catalogues.remove(shop, "stove"));
        assertEquals(Optional.empty(), catalogues.catalogue(shop).find("stove"));
        assertEquals(Optional.of(STOVE), catalogues.findEver(shop, "stove"));
    }

    @Test
    void everyAttributeOfAProductIsKept() {
        Product full = new Product("4711", List.of("4711-S"), "Zelt „Süd“", "https://shop.example/zelt",
                "https://shop.example/zelt.jpg", new BigDecimal("12.50"), new BigDecimal("1E+2"), "EUR", "Brand",
                List.of(List.of("Outdoor", "Zelte"), List.of("Neu")), "Text", List.of("zelt"), false, "4006381333931",
                "group", NOW, NOW.plusSeconds(60), Map.of("mpn", "x"), Map.of("sizes", List.of("S", "M")), NOW);
        catalogues.put(shop, full);

        restart();

        assertEquals(Optional.of(full), catalogues.catalogue(shop).find("4711"));
    }

    @Test
    void whatADeadRunLeftIsSweptAtTheNextStart() {
        runOf("feed", STOVE, TENT);
        StagedRun dead = catalogues.begin(shop, "feed");
        dead.stage(List.of(STOVE.withBrand("Staged"), LAMP));
        letTheLeaseLapse();

        restart();
        await(() -> rows() == 2);

        assertEquals(new StagedRun.Outcome(2, 0), runOf("feed", STOVE, TENT));
        assertEquals(List.of(STOVE, TENT), catalogues.catalogue(shop).products());
    }

    @Test
    void changeWaitsForTheRunThatIsUnderWay() {
        StagedRun run = catalogues.begin(shop, "feed");
        FutureTask<Boolean> put = new FutureTask<>(() -> catalogues.put(shop, LAMP));
        Thread thread = Thread.ofPlatform().start(put);
        await(() -> isWaitingForItsTurn(thread));

        run.stage(List.of(STOVE));
        run.swap();

        await(put::isDone);
        assertTrue(put.resultNow());
        assertEquals(List.of(LAMP, STOVE), catalogues.catalogue(shop).products());
    }

    @Test
    void changeOfAnotherNodeWaitsToo() {
        try (CatalogueStore other = new CatalogueStore(database())) {
            StagedRun run = catalogues.begin(shop, "feed");
            FutureTask<Boolean> put = new FutureTask<>(() -> other.put(shop, LAMP));
            Thread thread = Thread.ofPlatform().start(put);
            await(() -> isWaitingForItsTurn(thread));

            run.close();

            await(put::isDone);
            assertTrue(put.resultNow());
        }
    }

    @Test
    void changesOfOtherNodesShowSoon() {
        try (CatalogueStore other = new CatalogueStore(database())) {
            runOf("feed", STOVE, TENT);
            runOf("feed", STOVE.withBrand("New"));
            catalogues.update(shop, ready(STOVE));

            await(() -> other.catalogue(shop).products().equals(List.of(STOVE.withBrand("New")))
                    && other.catalogue(shop).photo(STOVE).isPresent());
        }
    }

    @Test
    void photoOfANewProductIsPendingUntilItsFetchEnds() {
        runOf("feed", STOVE, TENT);
        assertEquals(2, catalogues.pendingPhotos(shop, 10).size());
        assertEquals(1, catalogues.pendingPhotos(shop, 1).size());

        catalogues.update(shop, ready(STOVE));
        catalogues.update(shop, new Photo(TENT.imgUrl(), Photo.State.FAILED, "", "404"));

        assertEquals(List.of(), catalogues.pendingPhotos(shop, 10));
        assertEquals(Optional.of(ready(STOVE)), catalogues.catalogue(shop).photo(STOVE));
        assertEquals(Optional.empty(), catalogues.catalogue(shop).photo(TENT));
    }

    @Test
    void onlyAProductWithAPhotoIsShowable() {
        runOf("feed", STOVE);
        Catalogue snapshot = catalogues.catalogue(shop);
        assertFalse(snapshot.isShowable(STOVE, NOW));

        catalogues.update(shop, ready(STOVE));
        assertTrue(snapshot.isShowable(STOVE, NOW));

        restart();
        assertTrue(catalogues.catalogue(shop).isShowable(STOVE, NOW));
    }

    @Test
    void knownPhotoIsNotFetchedAgain() {
        runOf("feed", STOVE);
        catalogues.update(shop, ready(STOVE));

        runOf("feed", STOVE.withBrand("New"));

        assertEquals(List.of(), catalogues.pendingPhotos(shop, 10));
        assertEquals(Optional.of(ready(STOVE)), catalogues.catalogue(shop).photo(STOVE));
    }

    @Test
    void photoIsAskedForAgainWhenItIsDueWithTheVersionOfItsCopy() {
        SourceVersion version = new SourceVersion(Optional.of("\"a\""), Optional.of("Fri, 20 Nov 2026 09:00:00 GMT"));
        runOf("feed", STOVE, TENT);
        catalogues.update(shop, ready(STOVE), version);
        catalogues.update(shop, new Photo(TENT.imgUrl(), Photo.State.FAILED, "", "404"));
        Instant asked = store.time().instant();

        assertEquals(List.of(), catalogues.claimPhotos(shop, asked.minusMillis(1), asked, 10));
        assertEquals(List.of(new KnownPhoto(STOVE.imgUrl(), ready(STOVE).hash(), version)),
                catalogues.claimPhotos(shop, asked, asked.plusSeconds(1), 10));
        assertEquals(List.of(), catalogues.claimPhotos(shop, asked, asked.plusSeconds(1), 10));
    }

    @Test
    void photosAreAskedForAgainLongestAgoFirst() {
        runOf("feed", STOVE, TENT, LAMP);
        for (Product product : List.of(LAMP, TENT, STOVE)) {
            catalogues.update(shop, ready(product));
            store.time().advance(Duration.ofSeconds(1));
        }
        Instant now = store.time().instant();

        List<String> first = catalogues.claimPhotos(shop, now, now, 2).stream().map(KnownPhoto::url).toList();

        assertEquals(List.of(LAMP.imgUrl(), TENT.imgUrl()), first);
    }

    @Test
    void askingForAPhotoAgainChangesNothingThatShows() {
        runOf("feed", STOVE);
        catalogues.update(shop, ready(STOVE));
        Instant now = store.time().instant();

        catalogues.claimPhotos(shop, now, now.plusSeconds(1), 10);

        assertEquals(Optional.of(ready(STOVE)), catalogues.catalogue(shop).photo(STOVE));
        restart();
        assertEquals(Optional.of(ready(STOVE)), catalogues.catalogue(shop).photo(STOVE));
    }

    @Test
    void nodesThatAskAtOnceAreGivenDifferentPhotos() throws Exception {
        List<Product> products = IntStream.range(0, 60).mapToObj(number -> product("p" + number)).toList();
        runOf("feed", products.toArray(Product[]::new));
        products.forEach(product -> catalogues.update(shop, ready(product)));
        Instant now = store.time().instant();
        List<CompletableFuture<List<KnownPhoto>>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.supplyAsync(() ->
                        catalogues.claimPhotos(shop, now, now.plusSeconds(1), 60))).toList();

        List<String> given = new ArrayList<>();
        for (CompletableFuture<List<KnownPhoto>> node : nodes) {
            node.get().forEach(photo -> given.add(photo.url()));
        }

        assertEquals(products.stream().map(Product::imgUrl).sorted().toList(), given.stream().sorted().toList());
    }

    /** Whether {@code thread} sleeps or waits in {@link Holds} until another run or change ends. */
    private static boolean isWaitingForItsTurn(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING && Arrays.stream(thread.getStackTrace()).anyMatch(call ->
                call.getClassName().equals(Holds.class.getName())
                        && (call.getMethodName().equals("pause") || call.getMethodName().equals("waitForTurn")));
    }

    private StagedRun.Outcome runOf(String source, Product... products) {
        try (StagedRun run = catalogues.begin(shop, source)) {
            run.stage(List.of(products));
            return run.swap();
        }
    }

    private int rows() {
        return database().read(handle -> handle.createQuery("SELECT COUNT(*) FROM product WHERE website_id = :shop")
                .bind("shop", shop).mapTo(Integer.class).one());
    }

    private Optional<Instant> created(String number) {
        return catalogues.catalogue(shop).find(number).map(Product::created);
    }

    private void letTheLeaseLapse() {
        store.time().advance(Duration.ofMinutes(1));
    }

    private void restart() {
        catalogues.close();
        store.restart();
        catalogues = new CatalogueStore(database());
    }

    private static Photo ready(Product product) {
        return new Photo(product.imgUrl(), Photo.State.READY, "a".repeat(64), "");
    }

    private static Product product(String number) {
        return Product.of(number, "Title of " + number, "https://shop.example/" + number,
                "https://shop.example/" + number + ".jpg", new BigDecimal("9.99")).withCreated(NOW);
    }
}
