package dev.inlay.templates;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known only when a mail is opened.
 *
 * @param firstName of the recipient, where the campaign allows it
 * @param timeLeft until the campaign ends, counted to the minute; zero or less once it has ended
 */
public record LiveValues(Optional<String> firstName, Optional<Duration> timeLeft) {
    public static final LiveValues NONE = new LiveValues(Optional.empty(), Optional.empty());
}
