package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.website.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A fault of the store costs the product, never the mail. */
class FailingStoreTest {
    private static final int MANY = 500;

    @TempDir
    static Path folder;

    private static final FaultyStore STORE = new FaultyStore();
    private static TestShop shop;
    private static Campaign campaign;
    private static String authorization;

    @BeforeAll
    static void open() {
        shop = new TestShop(DatabaseSettings.embedded(folder), STORE);
        shop.counting = false;
        shop.products(6);
        campaign = shop.campaign("'slots':3,'fallbackUrl':'https://shop.example/sale'");
        shop.newsletter.warmUp();
        shop.picture(campaign, 1, "send=0&userEmail=warm@example.com");
        authorization = "Authorization: Bearer " + shop.key(Scope.READ);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void whicheverCallFailsThereIsAPicture() {
        boolean calm = false;
        for (int n = 1; !calm; n++) {
            assertThat(n).isLessThan(MANY);
            String query = "send=picture&userEmail=reader" + n + "@example.com";
            shop.view(shop.shopper("reader" + n + "@example.com"), "p2");

            STORE.failAt(n);
            RawClient.Answer answer = shop.picture(campaign, 1, query);
            calm = STORE.calmDown();

            assertThat(answer.status()).as("call %d", n).isEqualTo(200);
            assertThat(answer.size()).as("call %d", n).isEqualTo("568x800");
            assertThat(shop.picture(campaign, 1, query).isTile()).as("after call %d", n).isTrue();
        }
    }

    @Test
    void whicheverCallFailsThereIsARedirectIntoTheShop() {
        boolean calm = false;
        for (int n = 1; !calm; n++) {
            assertThat(n).isLessThan(MANY);
            STORE.failAt(n);
            String target = shop.click(campaign, 2, "send=click&userEmail=clicker" + n + "@example.com");
            calm = STORE.calmDown();

            assertThat(target).as("call %d", n).startsWith("https://shop.example/");
        }
    }

    @Test
    void pictureAfterAFailureAgreesWithItsClick() {
        for (int n = 1; n <= 20; n++) {
            String query = "send=agree&userEmail=agree" + n + "@example.com";
            STORE.failAt(n);
            RawClient.Answer first = shop.picture(campaign, 1, query);
            STORE.calmDown();

            String target = shop.click(campaign, 1, query);
            RawClient.Answer second = shop.picture(campaign, 1, query);

            assertThat(target).as("call %d", n).startsWith("https://shop.example/p/");
            byte[] clicked = tile(target.substring("https://shop.example/p/".length()));
            assertThat(second.body()).as("call %d", n).isEqualTo(clicked);
            if (first.isTile()) {
                assertThat(first.body()).as("call %d", n).isEqualTo(clicked);
            }
        }
    }

    @Test
    @Timeout(120)
    void hangingStoreIsNotWaitedForByMany() throws Exception {
        CountDownLatch hanging = STORE.hang();
        List<Future<RawClient.Answer>> pictures = new ArrayList<>();
        List<Future<String>> targets = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < MANY; i++) {
                    String query = "send=many&userEmail=many" + i + "@example.com";
                    pictures.add(threads.submit(() -> shop.picture(campaign, 1, query)));
                    targets.add(threads.submit(() -> shop.click(campaign, 1, query)));
                }
                for (Future<RawClient.Answer> picture : pictures) {
                    assertThat(picture.get().status()).isEqualTo(200);
                    assertThat(picture.get().size()).isEqualTo("568x800");
                    assertThat(picture.get().header("Cache-Control")).isEqualTo("no-store");
                }
                for (Future<String> target : targets) {
                    assertThat(target.get()).isEqualTo("https://shop.example/sale");
                }
                assertThat(hanging.getCount()).as("the store still hangs").isEqualTo(1);
            } finally {
                hanging.countDown();
            }
        }
    }

    @Test
    void hangingStoreIsNotWaitedFor() {
        String query = "send=hang&userEmail=patient@example.com";
        CountDownLatch hanging = STORE.hang();
        try {
            RawClient.Answer picture = shop.picture(campaign, 1, query);
            String target = shop.click(campaign, 1, query);

            assertThat(hanging.getCount()).as("the store still hangs").isEqualTo(1);
            assertThat(picture.status()).isEqualTo(200);
            assertThat(picture.size()).isEqualTo("568x800");
            assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
            assertThat(target).isEqualTo("https://shop.example/sale");
        } finally {
            hanging.countDown();
        }
    }

    @Test
    void lockThatWasSeenIsServedWhileTheStoreHangs() {
        String query = "send=seen&userEmail=seen@example.com";
        RawClient.Answer before = shop.picture(campaign, 1, query);
        String target = shop.click(campaign, 1, query);
        CountDownLatch hanging = STORE.hang();
        try {
            assertThat(shop.picture(campaign, 1, query).body()).isEqualTo(before.body());
            assertThat(shop.click(campaign, 1, query)).isEqualTo(target);
            assertThat(hanging.getCount()).as("the store still hangs").isEqualTo(1);
        } finally {
            hanging.countDown();
        }
    }

    /** The tile drawn for a product, whoever asks. */
    private static byte[] tile(String productNumber) {
        return shop.client.get(shop.api("/products/" + productNumber + "/tile.png"), authorization).body();
    }
}
