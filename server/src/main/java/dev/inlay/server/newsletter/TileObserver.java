package dev.inlay.server.newsletter;

/** Learns of every picture and click after it was answered; must not wait for anything. */
@FunctionalInterface
public interface TileObserver {
    void visited(TileVisit visit);
}
