package dev.inlay.server.newsletter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.server.newsletter.OpenedTiles.Opened;
import dev.inlay.server.newsletter.TileDraft.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Tiles for those who cannot wait. A product that changed is shown as it was until its new tile is coded, rather than
 * not at all: the same product, in the same template and style, with what is live as it is now.
 */
final class PromptTiles {
    /** A tile that can go out now. */
    sealed interface Prompt {
        byte[] bytes();

        /** As the product is. */
        record Current(byte[] bytes) implements Prompt { }

        /** As the product was. */
        record Stale(byte[] bytes) implements Prompt { }

        /** Its photo cannot be read for this moment. */
        record WithoutPhoto(byte[] bytes) implements Prompt { }
    }

    /** How long a changed product is waited for where it could be shown as it was. */
    private static final Duration MOMENT = Duration.ofMillis(400);
    private static final int SUBJECTS = 20_000;

    private final OpenedTiles tiles;
    private final TileObserver observer;
    private final Cache<Subject, String> latest = Caffeine.newBuilder().maximumSize(SUBJECTS).build();

    PromptTiles(OpenedTiles tiles, TileObserver observer) {
        this.tiles = tiles;
        this.observer = observer;
    }

    /**
     * The tile of {@code draft}.
     *
     * @throws TimeoutException if {@code patience} passed and there is no other one; the drawing goes on and is kept
     * @throws ExecutionException if the drawing failed, or could not begin and there is no other one
     */
    Prompt tile(TileDraft draft, Duration patience)
            throws TimeoutException, ExecutionException, InterruptedException {
        Optional<String> before = Optional.ofNullable(latest.getIfPresent(draft.subject()))
                .filter(key -> !key.equals(draft.key()));
        return before.isPresent() && patience.compareTo(MOMENT) > 0
                ? changed(draft, before.get(), patience) : current(draft, patience);
    }

    private Prompt changed(TileDraft draft, String before, Duration patience)
            throws TimeoutException, ExecutionException, InterruptedException {
        try {
            return current(draft, MOMENT);
        } catch (TimeoutException e) {
            Optional<Prompt> stale = stale(draft, before);
            return stale.isPresent() ? stale.get() : current(draft, patience.minus(MOMENT));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RejectedExecutionException) {
                return stale(draft, before).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private Prompt current(TileDraft draft, Duration patience)
            throws TimeoutException, ExecutionException, InterruptedException {
        Opened tile = tiles.tile(draft, patience);
        if (!tile.whole()) {
            return new Prompt.WithoutPhoto(tile.bytes());
        }
        if (!draft.key().equals(latest.getIfPresent(draft.subject()))) {
            latest.put(draft.subject(), draft.key());
        }
        return new Prompt.Current(tile.bytes());
    }

    private Optional<Prompt> stale(TileDraft draft, String key) {
        Optional<Prompt> stale = tiles.find(key, draft).map(Prompt.Stale::new);
        stale.ifPresent(tile -> observer.tileFound(TileSource.STALE, Duration.ZERO));
        return stale;
    }
}
