package dev.inlay.db.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.StoreContract;
import dev.inlay.db.TestStore;
import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a website store promises on every database. */
abstract class WebsiteStoreContract extends StoreContract {
    private WebsiteStore websites;

    @BeforeEach
    void open() {
        websites = new WebsiteStore(database(), TestStore.SECRET);
    }

    @AfterEach
    void close() {
        websites.close();
    }

    @Test
    void websiteGetsAnIdAndARandomUuid() {
        Website first = websites.create(SHOP);
        Website second = websites.create(SHOP);

        assertEquals(first.id() + 1, second.id());
        assertThat(first.uuid()).isNotEqualTo(second.uuid()).isNotEqualTo(SHOP.uuid());
    }

    @Test
    void websiteIsFoundByUuidAndById() {
        Website website = websites.create(SHOP);

        assertEquals(Optional.of(website), websites.find(website.uuid()));
        assertEquals(Optional.of(website), websites.find(website.id()));
        assertEquals(Optional.empty(), websites.find(new UUID(1, 1)));
    }

    @Test
    void everythingOfAWebsiteSurvivesARestart() {
        Website website = websites.create(new Website(0, SHOP.uuid(), "Läden & Söhne",
                URI.create("https://www.läden.example"), Currency.getInstance("JPY"),
                Locale.forLanguageTag("zh-Hant-TW"), List.of("a.example", "b.example"),
                new WebsiteSettings(ZoneId.of("Asia/Tokyo"), Optional.of("#,##0 ¤"), false, 30, true, 14, 100,
                        Map.of("ageingDays", 12.5))));
        ApiKey.Created key = websites.createKey(website.id(), Scope.INGEST);

        restart();

        assertEquals(Optional.of(website), websites.find(website.uuid()));
        assertEquals(Optional.of(key.apiKey()), websites.findKey(key.key()));
    }

    @Test
    void updateReplacesEverythingButUuid() {
        Website website = websites.create(SHOP);
        Website changed = named(website, "New name");

        assertEquals(Optional.of(changed), websites.update(website.id(), old -> named(old, "New name")));
        assertEquals(Optional.of(changed), websites.find(website.uuid()));
    }

    @Test
    void updatesThatComeAtOnceAllCount() {
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() ->
                websites.update(shop, old -> named(old, old.name() + "+"))))
                .limit(20).toArray(CompletableFuture[]::new)).join();

        assertEquals(Optional.of(SHOP.name() + "+".repeat(20)), websiteOfShop().map(Website::name));
    }

    @Test
    void updateThatThrowsStoresNothing() {
        assertThrows(IllegalStateException.class, () -> websites.update(shop, old -> {
            throw new IllegalStateException("refused");
        }));
        assertThrows(IllegalArgumentException.class, () -> websites.update(shop, old -> SHOP));

        assertEquals(Optional.of(SHOP.name()), websiteOfShop().map(Website::name));
    }

    @Test
    void websiteThatIsNotThereCannotBeUpdated() {
        assertEquals(Optional.empty(), websites.update(1_000_000, old -> named(old, "New name")));
    }

    @Test
    void keyIsKnownUntilItIsDeleted() {
        ApiKey.Created created = websites.createKey(shop, Scope.READ);

        assertEquals(Optional.of(created.apiKey()), websites.findKey(created.key()));
        assertEquals(List.of(created.apiKey()), websites.keys(shop));
        assertTrue(websites.deleteKey(shop, created.apiKey().id()));
        assertEquals(Optional.empty(), websites.findKey(created.key()));
        assertFalse(websites.deleteKey(shop, created.apiKey().id()));
    }

    @Test
    void keysAreRandomAndStoredAsHashOnly() {
        String key = websites.createKey(shop, Scope.ADMIN).key();

        assertThat(key).startsWith("ink_").hasSizeGreaterThanOrEqualTo(4 + 22).matches("[A-Za-z0-9_-]+");
        assertThat(websites.createKey(shop, Scope.ADMIN).key()).isNotEqualTo(key);
        List<byte[]> stored = database().read(handle -> handle.createQuery("SELECT key_hash FROM api_key")
                .mapTo(byte[].class).list());
        assertThat(stored).allMatch(hash -> hash.length == 32);
    }

    @Test
    void otherWebsitesKeyCannotBeDeleted() {
        ApiKey.Created created = websites.createKey(shop, Scope.READ);

        assertFalse(websites.deleteKey(newWebsite(), created.apiKey().id()));
        assertThat(websites.findKey(created.key())).isPresent();
    }

    @Test
    void changesOfOtherNodesShowSoon() {
        try (WebsiteStore other = new WebsiteStore(database(), TestStore.SECRET)) {
            Website website = websites.create(SHOP);
            String key = websites.createKey(website.id(), Scope.READ).key();

            await(() -> other.find(website.uuid()).isPresent() && other.findKey(key).isPresent());
        }
    }

    @Test
    void signatureKeyIsOfOneWebsite() {
        Website website = websites.create(SHOP);

        assertThat(websites.signatureKey(website)).hasSize(32).isEqualTo(websites.signatureKey(website))
                .isNotEqualTo(websites.signatureKey(websites.create(SHOP)));
    }

    private Optional<Website> websiteOfShop() {
        restart();
        return websites.find(shop);
    }

    private static Website named(Website old, String name) {
        return new Website(old.id(), old.uuid(), name, old.url(), old.currency(), Locale.FRANCE, old.hosts(),
                old.settings());
    }

    private void restart() {
        websites.close();
        store.restart();
        websites = new WebsiteStore(database(), TestStore.SECRET);
    }
}
