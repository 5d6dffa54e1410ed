package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is acknowledged shows in picks as soon as promised, on the node that was told and on another. What a person did
 * and who they are shows in the very next answer: that is asked of the answer and not of a clock. In the index it shows
 * in every answer that is asked for five seconds later. A busy machine may take long for any answer.
 */
class FreshnessIT {
    private static final String DATABASE = "INLAY_DATABASE_URL";
    private static final int ROUNDS = 5;
    private static final int PRODUCTS = 4 * ROUNDS;
    private static final Duration OF_INDEX = Duration.ofSeconds(5);

    @Test
    void oneNodeShowsWhatItWasTold() throws Exception {
        try (ServerProcess server = ServerProcess.start("fresh-h2", Map.of());
                SmallShop shop = SmallShop.open(server.client(), PRODUCTS)) {
            compare(new Freshness(shop, PRODUCTS, server.client(), server.client()));
        }
    }

    @Test
    void twoNodesShowWhatEitherWasTold() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                ServerProcess here = ServerProcess.start("fresh-here", Map.of(DATABASE, url(postgres)));
                ServerProcess there = ServerProcess.start("fresh-there", Map.of(DATABASE, url(postgres),
                        "INLAY_SECRET_FILE", here.folder().resolve("data/secret").toString()));
                SmallShop shop = SmallShop.open(here.client(), PRODUCTS)) {
            Freshness freshness = new Freshness(shop, PRODUCTS, here.client(), there.client());
            compare(freshness);
            compare(freshness.reversed());
        }
    }

    private static void compare(Freshness freshness) throws Exception {
        freshness.awaitShop();
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(freshness.ofOwnHistory().answer()).isEqualTo(1);
            assertThat(freshness.ofCustomer().answer()).isEqualTo(1);
            assertThat(freshness.ofEmail().answer()).isEqualTo(1);
            assertThat(freshness.ofIndex().missed()).isLessThan(OF_INDEX);
        }
    }

    private static String url(EmbeddedPostgres postgres) {
        return postgres.getJdbcUrl("postgres", "postgres");
    }
}
