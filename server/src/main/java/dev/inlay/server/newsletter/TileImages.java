package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.EntityTags;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.newsletter.PromptTiles.Prompt;
import dev.inlay.server.newsletter.TilePainter.Wish;
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
        /** That of the lock. */
        Arm arm();

        record Tile(Template template, Product product, Arm arm) implements Found { }

        /** Nothing, or nothing that is sure to be locked. */
        record Nothing(NeutralReason reason, Arm arm) implements Found {
            Nothing(NeutralReason reason) {
                this(reason, Arm.NONE);
            }
        }
    }

    private static final Duration ANSWERED = Duration.ofMillis(1_400);
    private static final Duration DRAWN = Duration.ofMillis(1_300);
    private static final Duration DRAWING = Duration.ofSeconds(1);
    private static final Duration SILENT_STORE = Duration.ofMillis(700);
    private static final Duration BUSY_STORE = Duration.ofMillis(1_000);

    private final Mailings mailings;
    private final Letters letters;
    private final Personalization personalization;
    private final CatalogueStore catalogues;
    private final TilePainter painter;
    private final PromptTiles tiles;
    private final NeutralPictures neutral;
    private final StorePatience store;
    private final Faults faults;

    TileImages(Mailings mailings, Letters letters, Personalization personalization, CatalogueStore catalogues,
            TilePainter painter, PromptTiles tiles, NeutralPictures neutral, StorePatience store, Faults faults) {
        this.mailings = mailings;
        this.letters = letters;
        this.personalization = personalization;
        this.catalogues = catalogues;
        this.painter = painter;
        this.tiles = tiles;
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
        Arm arm = Arm.NONE;
        try {
            mailing = mailings.find(path.campaignId());
            if (mailing.isEmpty()) {
                return generic(NeutralReason.UNKNOWN_CAMPAIGN);
            }
            letter = Optional.of(letters.sent(mailing.get(), query));
            Found found = find(letter.get(), path.slot().getAsInt(), locking);
            arm = found.arm();
            switch (found) {
                case Found.Tile(Template template, Product product, Arm ofLock) -> {
                    reason = NeutralReason.DRAWING;
                    TileDraft draft = draft(letter.get(), template, product, path.format(), query);
                    return product(letter.get(), draft, ifNoneMatch, begin).in(ofLock);
                }
                case Found.Nothing(NeutralReason why, Arm ofLock) -> reason = why;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            faults.report("picture cannot be drawn", e);
        }
        Duration left = ANSWERED.minusNanos(System.nanoTime() - begin);
        return TileAnswer.<Picture>neutral(neutral(mailing, path.format(), left), letter, reason).in(arm);
    }

    private TileAnswer<Picture> generic(NeutralReason reason) {
        return TileAnswer.neutral(neutral.generic(), Optional.empty(), reason);
    }

    private TileDraft draft(Letter letter, Template template, Product product, TileFormat format, RawQuery query) {
        Mailing mailing = letter.mailing();
        Website website = mailing.website();
        return painter.draft(new Wish(website, mailing.style(), template, format, letters.live(letter, query)), product,
                catalogues.catalogue(website.id()));
    }

    private TileAnswer<Picture> product(Letter letter, TileDraft draft, List<String> ifNoneMatch, long begin)
            throws Exception {
        String number = draft.subject().productNumber();
        if (EntityTags.match(ifNoneMatch, draft.etag())) {
            return TileAnswer.product(new Picture.Unchanged(draft.format(), draft.etag()), letter, number);
        }
        TileFormat format = draft.format();
        return switch (tiles.tile(draft, patience(begin))) {
            case Prompt.Current(byte[] bytes) ->
                    TileAnswer.product(new Picture.Tile(bytes, format, draft.etag()), letter, number);
            case Prompt.Stale(byte[] bytes) ->
                    TileAnswer.product(new Picture.Passing(bytes, format), letter, number);
            case Prompt.WithoutPhoto(byte[] bytes) ->
                    TileAnswer.withoutPhoto(new Picture.Passing(bytes, format), letter, number);
        };
    }

    private static Duration patience(long begin) {
        Duration left = DRAWN.minusNanos(System.nanoTime() - begin);
        return left.compareTo(DRAWING) < 0 ? left : DRAWING;
    }

    /** The neutral picture of what {@code path} names: for requests that cannot be read any further. */
    Picture.Passing neutral(TilePath path) {
        try {
            return path.slot().isEmpty() ? neutral.generic()
                    : neutral(mailings.find(path.campaignId()), path.format(), ANSWERED);
        } catch (RuntimeException e) {
            faults.report("neutral picture cannot be found", e);
            return neutral.generic();
        }
    }

    private Picture.Passing neutral(Optional<Mailing> mailing, TileFormat wanted, Duration patience) {
        return mailing.map(known -> neutral.of(known, wanted, patience)).orElseGet(neutral::generic);
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
                .<Found>map(product ->
                        new Found.Tile(mailings.pinned(mailing, assignment.templateVersion()), product,
                                assignment.countedArm()))
                .orElseGet(() -> new Found.Nothing(NeutralReason.NOTHING_TO_SHOW, assignment.countedArm()));
    }

    private Found remembered(Letter letter, int slot) {
        Mailing mailing = letter.mailing();
        Optional<Assignment> lock = personalization.remembered(letter);
        Optional<Product> product = lock.flatMap(known -> known.pick(slot)).map(Pick::productNumber)
                .flatMap(number -> catalogues.catalogue(mailing.website().id()).find(number));
        Optional<Template> template = lock.flatMap(known -> mailings.known(mailing, known.templateVersion()));
        return product.flatMap(known -> template.<Found>map(design ->
                        new Found.Tile(design, known, lock.get().countedArm())))
                .orElseGet(() -> new Found.Nothing(NeutralReason.STORE));
    }
}
