package dev.inlay.server.recommendation;

/**
 * A candidate that was not picked.
 *
 * @param rule what spoke against it: {@code excluded}, {@code inStock}, {@code showable}, {@code filter}, 
 *        {@code bought}, {@code variant} or {@code duplicate}
 */
public record Dropped(String productNumber, String rule) { }
