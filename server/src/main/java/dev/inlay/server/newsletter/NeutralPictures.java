package dev.inlay.server.newsletter;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.templates.Template;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Pictures that promise nothing, ready in memory: one for each website, template and variables in use, up to 32 MB, and
 * one for campaigns that nobody knows. One that is not ready is drawn while its request waits a moment; then a plain
 * picture of its size goes out. One that could not be drawn is forgotten, so that the next request tries again.
 */
final class NeutralPictures {
    private static final int GENERIC_WIDTH = 1200;
    private static final int GENERIC_HEIGHT = 600;
    private static final long MEMORY = 32L << 20;
    private static final int KEY_BYTES = 1_000;

    private record Key(String templateVersion, TileStyle style) { }

    private final TileRenderer renderer;
    private final DrawingPool pool;
    private final Faults faults;
    private final AsyncCache<Key, byte[]> pictures = Caffeine.newBuilder().maximumWeight(MEMORY)
            .weigher((Key key, byte[] picture) -> KEY_BYTES + picture.length).buildAsync();
    private volatile byte[] generic = PlainPicture.png(GENERIC_WIDTH, GENERIC_HEIGHT);

    NeutralPictures(TileRenderer renderer, DrawingPool pool, Faults faults) {
        this.renderer = renderer;
        this.pool = pool;
        this.faults = faults;
    }

    /** Draws what all campaigns may need; returns when it is ready. */
    void warmUp(WebsiteStore websites, Mailings mailings) {
        try {
            generic = renderer.neutral().bytes();
            for (Website website : websites.list()) {
                mailings.list(website).forEach(mailing -> picture(mailing.template(), mailing.style()).join());
            }
        } catch (RuntimeException e) {
            faults.report("neutral picture cannot be drawn", e);
        }
    }

    /** For a campaign that nobody knows: 1200x600 pixels. */
    byte[] generic() {
        return generic;
    }

    /** The template's, as the mailing's website wants it. Never fails, and never waits longer than {@code patience}. */
    byte[] of(Mailing mailing, Duration patience) {
        return of(mailing.template(), mailing.style(), patience);
    }

    /** As above, for a template that no mailing uses. */
    byte[] of(Template template, TileStyle style, Duration patience) {
        try {
            return picture(template, style).get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            faults.report("neutral picture is not ready", e);
        }
        return PlainPicture.png(template.pixelWidth(), template.pixelHeight());
    }

    private CompletableFuture<byte[]> picture(Template template, TileStyle style) {
        return pictures.get(new Key(template.version(), style),
                (key, executor) -> pool.submit(() -> renderer.neutral(template, style).bytes()));
    }
}
