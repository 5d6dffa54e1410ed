package dev.inlay.server.console.products;

import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.server.console.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A feed and how it is.
 *
 * @param isRunning whether a run has it in hand, here or on another node
 * @param last its latest run
 * @param standing how many products in the catalogue are its, or how many orders its last good run held
 */
public record FeedView(Feed feed, boolean isRunning, Optional<RunView> last, int standing, Instant now) {
    public boolean isOrders() {
        return feed.kind() == FeedKind.ORDERS;
    }

    /** How it is, in a word or two. */
    public String state() {
        if (isRunning) {
            return "running";
        }
        if (last.isEmpty()) {
            return "never run";
        }
        return isRefused() ? "refused" : "ok";
    }

    /** Whether its latest run was refused, and what stands was not found to be up to date since. */
    public boolean isRefused() {
        return last.filter(run -> run.refused().isPresent()).filter(run -> feed.state().lastChecked()
                .filter(checked -> checked.isAfter(run.at().at())).isEmpty()).isPresent();
    }

    /** Whether a run is under way or begins within seconds. */
    public boolean isExpected() {
        return isRunning || isDue();
    }

    /** Whether it is time for its next run. */
    public boolean isDue() {
        return feed.state().nextRun().filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Where its page lies within the website. */
    public String path() {
        return "/products/feeds/" + feed.id();
    }

    /** How often it runs. */
    public String intervalWords() {
        return feed.settings().interval().map(FeedView::every).orElse("by hand");
    }

    public Optional<Moment> nextRun() {
        return feed.state().nextRun().map(at -> new Moment(at, now));
    }

    /** When what stands was last found to be what the feed holds. */
    public Optional<Moment> lastChecked() {
        return feed.state().lastChecked().map(at -> new Moment(at, now));
    }

    /** How many attempts in a row brought nothing. */
    public int failures() {
        return feed.state().failures();
    }

    static String every(Duration interval) {
        boolean isWhole = interval.equals(Duration.ofDays(interval.toDays()))
                || interval.toDays() == 0 && interval.equals(Duration.ofHours(interval.toHours()));
        String length = isWhole ? Moment.length(interval) : interval.toMinutes() + " minutes";
        return "every " + length.replaceFirst("^1 ", "");
    }
}
