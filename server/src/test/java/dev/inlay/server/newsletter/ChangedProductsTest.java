package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.newsletter.PromptTiles.Prompt;
import dev.inlay.server.newsletter.RawClient.Answer;
import dev.inlay.server.newsletter.TilePainter.Wish;
import dev.inlay.templates.LiveValues;
import dev.inlay.templates.Template;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product that changed is shown as it was until its new tile is coded. */
class ChangedProductsTest extends SharedShop {
    private static final String READER = "userEmail=reader@example.com";
    private static Photos photos;

    private final CountDownLatch held = new CountDownLatch(1);
    private Campaign campaign;

    @BeforeAll
    static void fill() {
        shop.products(2);
        shop.newsletter.warmUp();
        photos = shop.photos;
    }

    @BeforeEach
    void show() {
        shop.product("p1");
        campaign = shop.campaign("'slots':1,'template':'live','liveText':true,'pinnedProducts':['p1']");
        shop.visits.clear();
        shop.sources.clear();
    }

    @AfterEach
    void release() {
        held.countDown();
        shop.photos = photos;
    }

    @Test
    void lastTileIsShownWhileTheNewOneIsCoded() {
        Answer before = tile();
        changePrice("11.00");
        holdPhotos();

        Answer meanwhile = picture();
        assertThat(meanwhile.body()).isEqualTo(before.body());
        assertThat(meanwhile.header("Cache-Control")).isEqualTo("no-store");

        held.countDown();
        Answer after = tile();
        assertThat(after.body()).isNotEqualTo(before.body());
    }

    @Test
    void lastTileCountsAsItsProductAndIsTold() {
        tile();
        changePrice("12.00");
        holdPhotos();
        shop.visits.clear();

        shop.counted("/serve/tile/" + campaign.id() + "/1.png?" + READER);

        TileVisit visit = shop.visits.element();
        assertThat(visit.neutral()).isEmpty();
        assertThat(visit.productNumber()).contains("p1");
        assertThat(shop.sources).contains(TileSource.STALE);
    }

    @Test
    void lastTileHasTheNameOfWhoOpensIt() {
        tile();
        String anna = "token=" + shop.token(campaign, "anna@example.com") + "&firstName=Anna";
        byte[] named = shop.tile("/serve/tile/" + campaign.id() + "/1.png?" + anna).body();
        changePrice("13.00");
        holdPhotos();

        assertThat(shop.picture(campaign, 1, anna).body()).isEqualTo(named);
        assertThat(picture().body()).isNotEqualTo(named);
    }

    @Test
    void previewWaitsForTheNewTile() throws Exception {
        byte[] before = tile().body();
        changePrice("14.00");
        holdPhotos();
        Thread releasing = Thread.startVirtualThread(() -> {
            while (shop.sources.stream().noneMatch(source -> source == TileSource.STALE)) {
                picture();
            }
            held.countDown();
        });

        byte[] preview = shop.newsletter.previews().tile(shop.website, campaign, Optional.of("p1"), "");
        releasing.join();

        assertThat(preview).isNotEqualTo(before).isEqualTo(tile().body());
    }

    @Test
    void productThatWasNeverCodedIsNotShownAsAnotherOne() {
        byte[] shown = tile().body();
        shop.product("fresh");
        Campaign other = shop.campaign("'slots':1,'template':'live','pinnedProducts':['fresh']");
        holdPhotos();

        shop.visits.clear();
        Answer answer = shop.counted("/serve/tile/" + other.id() + "/1.png?" + READER);

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).isNotEqualTo(shown);
        assertThat(shop.visits.element().neutral()).contains(NeutralReason.DRAWING);
    }

    @Test
    void lastTileIsShownAtOnceWhereNothingMoreCanBeDrawn(@TempDir Path folder) throws Exception {
        TilePainter painter = new TilePainter(new TileRenderer(), photos, TestShop.SECRET, shop.now::get);
        DrawingPool pool = DrawingPool.forAll();
        TileFiles files = new TileFiles(folder, new Faults(), shop.now::get);
        TileCache cache = new TileCache(files, pool, visit -> { }, 1 << 20);
        PromptTiles tiles = new PromptTiles(new OpenedTiles(painter, cache, pool, visit -> { }, 1 << 20), visit -> { });
        Prompt before = tiles.tile(draft(painter, "p1"), Duration.ofSeconds(20));
        changePrice("15.00");

        pool.close();

        Prompt after = tiles.tile(draft(painter, "p1"), Duration.ofSeconds(20));
        assertThat(after).isInstanceOf(Prompt.Stale.class);
        assertThat(after.bytes()).isEqualTo(before.bytes());
        assertThatThrownBy(() -> tiles.tile(draft(painter, "p2"), Duration.ofSeconds(20)))
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    private static TileDraft draft(TilePainter painter, String productNumber) {
        Catalogue catalogue = shop.catalogues.catalogue(shop.website.id());
        TileStyle style =
                new TileStyle("Shop", shop.website.currency(), shop.website.locale(), Optional.empty(), Map.of());
        Template template = shop.templates.find("still-jpg").orElseThrow();
        return painter.draft(new Wish(shop.website, style, template, TileFormat.JPEG, LiveValues.NONE),
                catalogue.find(productNumber).orElseThrow(), catalogue);
    }

    private void changePrice(String price) {
        Product product = Product.of("p1", "Product p1", "https://shop.example/p/p1", "https://img.example/p1.jpg",
                new BigDecimal(price));
        shop.put(product);
    }

    private void holdPhotos() {
        shop.photos = (websiteId, url, hash) -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return photos.find(websiteId, url, hash);
        };
    }

    private Answer picture() {
        return shop.picture(campaign, 1, READER);
    }

    private Answer tile() {
        return shop.tile("/serve/tile/" + campaign.id() + "/1.png?" + READER);
    }
}
