package dev.inlay.db.feed;

import java.time.Instant;

/** A run of a feed that was recorded; {@code report} is JSON. */
public record FeedRun(int run, Instant at, String report) { }
