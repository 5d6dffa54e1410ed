package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.newsletter.RawClient.Answer;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        tile();
        shop.product("fresh");
        Campaign other = shop.campaign("'slots':1,'template':'live','pinnedProducts':['fresh']");
        holdPhotos();

        Answer answer = shop.picture(other, 1, READER);

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).isEqualTo(shop.picture(other, 9, READER).body());
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
