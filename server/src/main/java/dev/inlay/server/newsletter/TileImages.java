package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.EntityTags;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.newsletter.TilePainter.Drawn;
import dev.inlay.templates.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which picture answers a request: the tile of the locked product or, whatever is wrong, a neutral one. Never throws,
 * and answers within 1.5 seconds even when store and drawing hang.
 */
final class TileImages {
    private static final Duration ANSWERED = Duration.ofMillis(1_400);
    private static final Duration DRAWN = Duration.ofMillis(1_300);
    private static final Duration SILENT_STORE = Duration.ofMillis(700);
    private static final Duration BUSY_STORE = Duration.ofMillis(1_000);

    private final Mailings mailings;
    private final Letters letters;
    private final Personalization personalization;
    private final CatalogueStore catalogues;
    private final TilePainter painter;
    private final TileCache cache;
    private final NeutralPictures neutral;
    private final StorePatience store;
    private final Faults faults;

    TileImages(Mailings mailings, Letters letters, Personalization personalization, CatalogueStore catalogues,
            TilePainter painter, TileCache cache, NeutralPictures neutral, StorePatience store, Faults faults) {
        this.mailings = mailings;
        this.letters = letters;
        this.personalization = personalization;
        this.catalogues = catalogues;
        this.painter = painter;
        this.cache = cache;
        this.neutral = neutral;
        this.store = store;
        this.faults = faults;
    }

    /** @param locking whether the letter's products are locked if they are not yet */
    Picture picture(TilePath path, RawQuery query, boolean locking, List<String> ifNoneMatch) {
        long begin = System.nanoTime();
        Optional<Mailing> mailing = Optional.empty();
        try {
            mailing = path.slot().isPresent() ? mailings.find(path.campaignId()) : mailing;
            if (mailing.isEmpty()) {
                return new Picture.Neutral(neutral.generic());
            }
            Optional<TileDraft> draft = draft(letters.sent(mailing.get(), query), path.slot().getAsInt(), locking);
            if (draft.isPresent() && EntityTags.match(ifNoneMatch, draft.get().etag())) {
                return new Picture.Unchanged(draft.get().etag());
            }
            if (draft.isPresent()) {
                return draw(draft.get(), DRAWN.minusNanos(System.nanoTime() - begin));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            faults.report("picture cannot be drawn", e);
        }
        return new Picture.Neutral(neutral(mailing, ANSWERED.minusNanos(System.nanoTime() - begin)));
    }

    /** The neutral picture of what {@code path} names: for requests that cannot be read any further. */
    byte[] neutral(TilePath path) {
        try {
            return path.slot().isEmpty() ? neutral.generic() : neutral(mailings.find(path.campaignId()), ANSWERED);
        } catch (RuntimeException e) {
            faults.report("neutral picture cannot be found", e);
            return neutral.generic();
        }
    }

    private byte[] neutral(Optional<Mailing> mailing, Duration patience) {
        return mailing.map(known -> neutral.of(known, patience)).orElseGet(neutral::generic);
    }

    private Picture draw(TileDraft draft, Duration patience) throws Exception {
        Drawn drawn = cache.tile(draft.key(), () -> painter.draw(draft), patience);
        return drawn.whole() ? new Picture.Tile(drawn.bytes(), draft.etag()) : new Picture.Neutral(drawn.bytes());
    }

    /** Empty if the slot has nothing to show, or nothing that is sure to be locked. */
    private Optional<TileDraft> draft(Letter letter, int slot, boolean locking) throws InterruptedException {
        if (slot > letter.mailing().campaign().slots()) {
            return Optional.empty();
        }
        try {
            return store.ask(() -> locked(letter, slot, locking), SILENT_STORE, BUSY_STORE);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            faults.report("products cannot be locked", e);
            return remembered(letter, slot);
        }
    }

    private Optional<TileDraft> locked(Letter letter, int slot, boolean locking) {
        Mailing mailing = letter.mailing();
        Assignment assignment = locking
                ? personalization.opened(letter, slot) : personalization.openedWithoutLock(letter, slot);
        return assignment.pick(slot)
                .flatMap(pick -> catalogues.findEver(mailing.website().id(), pick.productNumber()))
                .map(product -> draft(mailing, mailings.pinned(mailing, assignment.templateVersion()), product));
    }

    private Optional<TileDraft> remembered(Letter letter, int slot) {
        Mailing mailing = letter.mailing();
        Optional<Assignment> lock = personalization.remembered(letter);
        Optional<Product> product = lock.flatMap(known -> known.pick(slot)).map(Pick::productNumber)
                .flatMap(number -> catalogues.catalogue(mailing.website().id()).find(number));
        Optional<Template> template = lock.flatMap(known -> mailings.known(mailing, known.templateVersion()));
        return product.flatMap(known -> template.map(design -> draft(mailing, design, known)));
    }

    private TileDraft draft(Mailing mailing, Template template, Product product) {
        Website website = mailing.website();
        return painter.draft(website, mailing.style(), template, product, catalogues.catalogue(website.id()));
    }
}
