package dev.inlay.server.newsletter;

import java.time.Duration;

/** Learns of every picture and click after it was answered; must not wait for anything. */
@FunctionalInterface
public interface TileObserver {
    void visited(TileVisit visit);

    /** A request was refused that came to where tiles are, but names none or comes with another method. */
    default void refused() { }

    /**
     * A coded tile was had from {@code source}, which {@code took} so long; who waits for a tile that others ask for,
     * too, tells nothing.
     */
    default void tileFound(TileSource source, Duration took) { }

    /** A coded tile was made ready to go out, with what is live drawn into it, which {@code took} so long. */
    default void tileOpened(Duration took) { }

    /**
     * Products were picked and locked for a letter; of requests that come first at once, each tells. {@code audience}
     * is never {@code PLACEHOLDER}.
     */
    default void locked(Audience audience) { }
}
