package dev.inlay.server.recommendation;

/**
 * A candidate that was not picked.
 *
 * @param rule what spoke against it: {@code excluded}, {@code duplicate}, {@code showable}, {@code inStock}, {@code
 *        filter.brand} or another condition of a filter, {@code bought}, {@code variant}, {@code category} or {@code
 *        brand}
 * @param detail what a sentence about it may tell beside the rule, empty if there is nothing to tell: of {@code
 *        variant} the product number of the pick it is a variant of, of {@code bought} when it was bought (ISO 8601),
 *        of {@code showable} what is missing ({@code removed}, {@code title}, {@code url}, {@code price} or {@code
 *        photo}), of {@code category}, {@code brand} and conditions of a filter what the product has there
 */
public record Dropped(String productNumber, String rule, String detail) { }
