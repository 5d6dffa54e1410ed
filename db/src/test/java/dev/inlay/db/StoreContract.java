package dev.inlay.db;

import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that runs on every kind of store, each time on a new one. */
public abstract class StoreContract {
    protected static final Website SHOP = new Website(0, new UUID(0, 0), "Shop", URI.create("https://shop.example/"),
            Currency.getInstance("EUR"), Locale.GERMANY, List.of("shop.example"), WebsiteSettings.DEFAULTS);

    protected TestStore store;

    /** A new, empty store. */
    protected abstract TestStore newStore();

    @BeforeEach
    final void openStore() {
        store = newStore();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    protected final Database database() {
        return store.database();
    }

    /** Stores a website and returns its id: the clock goes on from rows of websites that exist. */
    protected final int newWebsite() {
        try (WebsiteStore websites = new WebsiteStore(database(), TestStore.SECRET)) {
            return websites.create(SHOP).id();
        }
    }
}
