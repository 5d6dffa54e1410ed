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
    TileAnswer<Optional<String>> target(TilePath path, RawQuery query, boolean locking) {
        Optional<Mailing> mailing = find(path);
        if (mailing.isEmpty()) {
            return TileAnswer.neutral(Optional.empty(), Optional.empty(), NeutralReason.UNKNOWN_CAMPAIGN);
        }
        Optional<Letter> letter = Optional.empty();
        NeutralReason reason = NeutralReason.FAULT;
        try {
            letter = Optional.of(letters.sent(mailing.get(), query));
            if (path.slot().orElse(Integer.MAX_VALUE) <= mailing.get().campaign().slots()) {
                return target(letter.get(), path.slot().getAsInt(), locking);
            }
            reason = NeutralReason.NO_SUCH_SLOT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            faults.report("click has no product", e);
        }
        return TileAnswer.neutral(mailing.map(targets::fallback), letter, reason);
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

    private TileAnswer<Optional<String>> target(Letter letter, int slot, boolean locking) throws InterruptedException {
        try {
            return store.ask(() -> locked(letter, slot, locking), SILENT_STORE, BUSY_STORE);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            faults.report("click waits in vain for the store", e);
            return remembered(letter, slot);
        }
    }

    private TileAnswer<Optional<String>> locked(Letter letter, int slot, boolean locking) {
        Assignment assignment = locking
                ? personalization.clicked(letter, slot) : personalization.clickedWithoutLock(letter, slot);
        return assignment.pick(slot).map(Pick::productNumber).map(number -> page(letter, slot, number))
                .orElseGet(() -> fallback(letter, NeutralReason.NOTHING_TO_SHOW)).in(assignment.countedArm());
    }

    private TileAnswer<Optional<String>> page(Letter letter, int slot, String productNumber) {
        Optional<Product> product = standing(letter, productNumber).or(() -> letter.mailing().settings().whenGoneHome()
                ? Optional.empty() : catalogues.findEver(letter.mailing().website().id(), productNumber));
        return product.map(known -> page(letter, slot, known, targets.recipient(letter)))
                .orElseGet(() -> home(letter));
    }

    private TileAnswer<Optional<String>> remembered(Letter letter, int slot) {
        Optional<Assignment> lock = personalization.remembered(letter);
        return lock.flatMap(known -> known.pick(slot)).map(Pick::productNumber)
                .flatMap(number -> standing(letter, number))
                .map(product -> page(letter, slot, product, Optional.empty()).in(lock.get().countedArm()))
                .orElseGet(() -> fallback(letter, NeutralReason.STORE));
    }

    private Optional<Product> standing(Letter letter, String productNumber) {
        return catalogues.catalogue(letter.mailing().website().id()).find(productNumber);
    }

    private TileAnswer<Optional<String>> page(Letter letter, int slot, Product product, Optional<String> recipient) {
        return targets.product(letter, slot, product, recipient)
                .map(page -> TileAnswer.product(Optional.of(page), letter, product.productNumber()))
                .orElseGet(() -> home(letter));
    }

    private TileAnswer<Optional<String>> home(Letter letter) {
        String home = targets.home(letter.mailing().website());
        return TileAnswer.neutral(Optional.of(home), Optional.of(letter), NeutralReason.PRODUCT_GONE);
    }

    private TileAnswer<Optional<String>> fallback(Letter letter, NeutralReason reason) {
        return TileAnswer.neutral(Optional.of(targets.fallback(letter.mailing())), Optional.of(letter), reason);
    }
}
