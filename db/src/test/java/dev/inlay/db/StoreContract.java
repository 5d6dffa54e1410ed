package dev.inlay.db;

import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

    protected final Database database() {
        return store.database();
    }

    protected final int newWebsite() {
        try (WebsiteStore websites = new WebsiteStore(database(), TestStore.SECRET)) {
            return websites.create(SHOP).id();
        }
    }
}
