package dev.inlay.server.newsletter;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** {@link ConsentContract} on one node with H2. */
class ConsentH2Test extends ConsentContract {
    private static TestShop shop;

    @BeforeAll
    static void openShop(@TempDir Path folder) {
        shop = TestShop.on(folder);
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }

    @Override
    TestShop shop() {
        return shop;
    }

    @Override
    TestShop other() {
        return shop;
    }
}
