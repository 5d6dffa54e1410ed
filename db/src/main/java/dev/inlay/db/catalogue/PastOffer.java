package dev.inlay.db.catalogue;

import java.time.Instant;

/** What was offered until {@code until}, when something else took its place. */
public record PastOffer(Instant until, Offer offer) { }
