package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
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
    /** What a slot shows. */
    private sealed interface Found {
        record Tile(TileDraft draft, String productNumber) implements Found { }

        /** Nothing, or nothing that is sure to be locked. */
        record Nothing(NeutralReason reason) implements Found { }
    }

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
    TileAnswer<Picture> picture(TilePath path, RawQuery query, boolean locking, List<String> ifNoneMatch) {
        long begin = System.nanoTime();
        if (path.slot().isEmpty()) {
            return generic(NeutralReason.NO_SUCH_SLOT);
        }
        Optional<Letter> letter = Optional.empty();
        Optional<Mailing> mailing = Optional.empty();
        NeutralReason reason = NeutralReason.FAULT;
        try {
            mailing = mailings.find(path.campaignId());
            if (mailing.isEmpty()) {
                return generic(NeutralReason.UNKNOWN_CAMPAIGN);
            }
            letter = Optional.of(letters.sent(mailing.get(), query));
            switch (find(letter.get(), path.slot().getAsInt(), locking)) {
                case Found.Tile(TileDraft draft, String number) -> {
                    reason = NeutralReason.DRAWING;
                    return product(letter.get(), number, draft, ifNoneMatch, begin);
                }
                case Found.Nothing(NeutralReason why) -> reason = why;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            faults.report("picture cannot be drawn", e);
        }
        byte[] bytes = neutral(mailing, ANSWERED.minusNanos(System.nanoTime() - begin));
        return TileAnswer.neutral(new Picture.Neutral(bytes), letter, reason);
    }

    private TileAnswer<Picture> generic(NeutralReason reason) {
        return TileAnswer.neutral(new Picture.Neutral(neutral.generic()), Optional.empty(), reason);
    }

    private TileAnswer<Picture> product(Letter letter, String productNumber, TileDraft draft, List<String> ifNoneMatch,
            long begin) throws Exception {
        if (EntityTags.match(ifNoneMatch, draft.etag())) {
            return TileAnswer.product(new Picture.Unchanged(draft.etag()), letter, productNumber);
        }
        Drawn drawn = cache.tile(draft.key(), () -> painter.draw(draft), DRAWN.minusNanos(System.nanoTime() - begin));
        return drawn.whole()
                ? TileAnswer.product(new Picture.Tile(drawn.bytes(), draft.etag()), letter, productNumber)
                : TileAnswer.withoutPhoto(new Picture.Neutral(drawn.bytes()), letter, productNumber);
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

    private Found find(Letter letter, int slot, boolean locking) throws InterruptedException {
        if (slot > letter.mailing().campaign().slots()) {
            return new Found.Nothing(NeutralReason.NO_SUCH_SLOT);
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

    private Found locked(Letter letter, int slot, boolean locking) {
        Mailing mailing = letter.mailing();
        Assignment assignment = locking
                ? personalization.opened(letter, slot) : personalization.openedWithoutLock(letter, slot);
        return assignment.pick(slot)
                .flatMap(pick -> catalogues.findEver(mailing.website().id(), pick.productNumber()))
                .map(product -> found(mailing, mailings.pinned(mailing, assignment.templateVersion()), product))
                .orElseGet(() -> new Found.Nothing(NeutralReason.NOTHING_TO_SHOW));
    }

    private Found remembered(Letter letter, int slot) {
        Mailing mailing = letter.mailing();
        Optional<Assignment> lock = personalization.remembered(letter);
        Optional<Product> product = lock.flatMap(known -> known.pick(slot)).map(Pick::productNumber)
                .flatMap(number -> catalogues.catalogue(mailing.website().id()).find(number));
        Optional<Template> template = lock.flatMap(known -> mailings.known(mailing, known.templateVersion()));
        return product.flatMap(known -> template.map(design -> found(mailing, design, known)))
                .orElseGet(() -> new Found.Nothing(NeutralReason.STORE));
    }

    private Found found(Mailing mailing, Template template, Product product) {
        Website website = mailing.website();
        Catalogue catalogue = catalogues.catalogue(website.id());
        return new Found.Tile(painter.draft(website, mailing.style(), template, product, catalogue),
                product.productNumber());
    }
}
