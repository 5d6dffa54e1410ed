package dev.inlay.server.newsletter;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.templates.Template;
import dev.inlay.templates.Tile;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Pictures that promise nothing, ready in memory: one for each website, template, variables and format in use, up to
 * 32 MB, and one for campaigns that nobody knows. One that is not ready is drawn while its request waits a moment; then
 * a plain PNG of its size goes out. One that could not be drawn is forgotten, so that the next request tries again.
 */
final class NeutralPictures {
    private static final int GENERIC_WIDTH = 1200;
    private static final int GENERIC_HEIGHT = 600;
    private static final long MEMORY = 32L << 20;
    private static final int KEY_BYTES = 1_000;

    private record Key(String templateVersion, TileStyle style, TileFormat format) { }

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
                mailings.list(website).forEach(this::warmUp);
            }
        } catch (RuntimeException e) {
            faults.report("neutral picture cannot be drawn", e);
        }
    }

    private void warmUp(Mailing mailing) {
        Arrays.stream(TileFormat.values()).map(format -> format.of(mailing.template())).distinct()
                .forEach(format -> bytes(mailing.template(), mailing.style(), format).join());
    }

    /** For a campaign that nobody knows: 1200x600 pixels, a PNG. */
    Picture.Passing generic() {
        return new Picture.Passing(generic, TileFormat.PNG);
    }

    /**
     * The template's, as the mailing's website wants it, in the format {@code wanted} if the template offers it. Never
     * fails, and never waits longer than {@code patience}.
     */
    Picture.Passing of(Mailing mailing, TileFormat wanted, Duration patience) {
        return of(mailing.template(), mailing.style(), wanted, patience);
    }

    /** As above, for a template that no mailing uses. */
    Picture.Passing of(Template template, TileStyle style, TileFormat wanted, Duration patience) {
        TileFormat format = wanted.of(template);
        try {
            return new Picture.Passing(bytes(template, style, format)
                    .get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS), format);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            faults.report("neutral picture is not ready", e);
        }
        return new Picture.Passing(PlainPicture.png(template.pixelWidth(), template.pixelHeight()), TileFormat.PNG);
    }

    private CompletableFuture<byte[]> bytes(Template template, TileStyle style, TileFormat format) {
        return pictures.get(new Key(template.version(), style, format),
                (key, executor) -> pool.submit(() -> drawn(template, style, format).bytes()));
    }

    private Tile drawn(Template template, TileStyle style, TileFormat format) {
        return switch (format) {
            case PNG -> renderer.neutral(template, style);
            case JPEG -> renderer.neutralJpeg(template, style);
        };
    }
}
