package dev.inlay.server.newsletter;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The tests of one class share one shop on H2. */
abstract class SharedShop {
    static TestShop shop;

    @BeforeAll
    static void openShop(@TempDir Path folder) {
        shop = TestShop.on(folder);
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }
}
