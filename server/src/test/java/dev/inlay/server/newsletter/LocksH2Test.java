package dev.inlay.server.newsletter;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class LocksH2Test extends LocksContract {
    @TempDir
    static Path folder;

    private static TestShop shop;

    @BeforeAll
    static void open() {
        shop = TestShop.on(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Override
    TestShop shop() {
        return shop;
    }
}
