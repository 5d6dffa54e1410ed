package dev.inlay.db;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test that runs on every kind of store; each method has a website of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoreContract {
    protected static final Website SHOP = new Website(0, new UUID(0, 0), "Shop", URI.create("https://shop.example/"),
            Currency.getInstance("EUR"), Locale.GERMANY, List.of("shop.example"), WebsiteSettings.DEFAULTS);

    protected TestStore store;
    protected int shop;

    /** A new, empty store. */
    protected abstract TestStore newStore();

    @BeforeAll
    final void openStore() {
        store = newStore();
    }

    @AfterAll
    final void closeStore() {
        store.close();
    }

    @BeforeEach
    final void newShop() {
        shop = newWebsite();
    }

    /** Waits until {@code condition} holds, with far more patience than it should need. */
    protected static void await(BooleanSupplier condition) {
        for (int pause = 0; pause < 1_000 && !condition.getAsBoolean(); pause++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertTrue(condition.getAsBoolean(), "what was waited for never came");
    }

    protected final Database database() {
        return store.database();
    }

    protected final int newWebsite() {
        try (WebsiteStore websites = new WebsiteStore(database(), TestStore.SECRET)) {
            return websites.create(SHOP).id();
        }
    }
}
