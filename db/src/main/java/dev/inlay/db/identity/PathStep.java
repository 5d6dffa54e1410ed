package dev.inlay.db.identity;

import java.time.Instant;
import java.util.Optional;

/** What a tracking user belonged to from {@code time} on, and who said so. */
public record PathStep(Instant time, Optional<CustomerId> customer, Optional<EmailKey> email, Source source) { }
