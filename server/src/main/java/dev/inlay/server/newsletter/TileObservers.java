package dev.inlay.server.newsletter;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** All observers as one that never throws: what they throw is a fault of theirs, not of a mail. */
final class TileObservers implements TileObserver {
    private final List<TileObserver> observers;
    private final Faults faults;

    TileObservers(List<TileObserver> observers, Faults faults) {
        this.observers = List.copyOf(observers);
        this.faults = faults;
    }

    boolean isEmpty() {
        return observers.isEmpty();
    }

    @Override
    public void visited(TileVisit visit) {
        tell(observer -> observer.visited(visit));
    }

    @Override
    public void refused() {
        tell(TileObserver::refused);
    }

    @Override
    public void tileFound(TileSource source, Duration took) {
        tell(observer -> observer.tileFound(source, took));
    }

    @Override
    public void tileOpened(Duration took) {
        tell(observer -> observer.tileOpened(took));
    }

    @Override
    public void locked(Audience audience) {
        tell(observer -> observer.locked(audience));
    }

    private void tell(Consumer<TileObserver> news) {
        try {
            observers.forEach(news);
        } catch (RuntimeException e) {
            faults.report("observer fails", e);
        }
    }
}
