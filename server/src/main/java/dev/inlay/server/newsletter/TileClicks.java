package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.http.RawQuery;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a click leads: to the product that the recipient's picture showed or, whatever is wrong, to the campaign's
 * fallback page or the shop's home. Never throws, and never waits long for the store.
 */
final class TileClicks {
    private static final Duration SILENT_STORE = Duration.ofMillis(500);
    private static final Duration BUSY_STORE = Duration.ofSeconds(2);

    private final Mailings mailings;
    private final Letters letters;
    private final Personalization personalization;
    private final CatalogueStore catalogues;
    private final ClickTargets targets;
    private final StorePatience store;
    private final Faults faults;

    TileClicks(Mailings mailings, Letters letters, Personalization personalization, CatalogueStore catalogues,
            ClickTargets targets, StorePatience store, Faults faults) {
        this.mailings = mailings;
        this.letters = letters;
        this.personalization = personalization;
        this.catalogues = catalogues;
        this.targets = targets;
        this.store = store;
        this.faults = faults;
    }

    /** The target, absolute and ASCII; empty only if no website is known. */
    Optional<String> target(TilePath path, RawQuery query, boolean locking) {
        Optional<Mailing> mailing = find(path);
        try {
            if (mailing.isPresent() && path.slot().orElse(Integer.MAX_VALUE) <= mailing.get().campaign().slots()) {
                Letter letter = letters.sent(mailing.get(), query);
                return Optional.of(target(letter, path.slot().getAsInt(), locking));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            faults.report("click has no product", e);
        }
        return mailing.map(targets::fallback);
    }

    /** Where a click leads that cannot be read any further than its path. */
    Optional<String> fallback(TilePath path) {
        return find(path).map(targets::fallback);
    }

    private Optional<Mailing> find(TilePath path) {
        try {
            return mailings.find(path.campaignId());
        } catch (RuntimeException e) {
            faults.report("campaign cannot be found", e);
            return Optional.empty();
        }
    }

    private String target(Letter letter, int slot, boolean locking) throws InterruptedException {
        try {
            return store.ask(() -> locked(letter, slot, locking), SILENT_STORE, BUSY_STORE);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            faults.report("click waits in vain for the store", e);
            return remembered(letter, slot);
        }
    }

    private String locked(Letter letter, int slot, boolean locking) {
        Assignment assignment = locking
                ? personalization.clicked(letter, slot) : personalization.clickedWithoutLock(letter, slot);
        int websiteId = letter.mailing().website().id();
        return assignment.pick(slot).map(Pick::productNumber).map(number -> standing(letter, number)
                        .or(() -> letter.mailing().settings().whenGoneHome()
                                ? Optional.empty() : catalogues.findEver(websiteId, number))
                        .map(product -> target(letter, slot, product))
                        .orElseGet(() -> targets.home(letter.mailing().website())))
                .orElseGet(() -> targets.fallback(letter.mailing()));
    }

    private String remembered(Letter letter, int slot) {
        return personalization.remembered(letter).flatMap(lock -> lock.pick(slot)).map(Pick::productNumber)
                .flatMap(number -> standing(letter, number))
                .map(product -> target(letter, slot, product))
                .orElseGet(() -> targets.fallback(letter.mailing()));
    }

    private Optional<Product> standing(Letter letter, String productNumber) {
        return catalogues.catalogue(letter.mailing().website().id()).find(productNumber);
    }

    private String target(Letter letter, int slot, Product product) {
        return targets.product(letter, slot, product.productNumber(), product.url())
                .orElseGet(() -> targets.home(letter.mailing().website()));
    }
}
