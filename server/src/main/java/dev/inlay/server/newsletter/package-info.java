/**
 * Pictures and clicks in newsletters: the one way from a request to a recipient, his locked products, and their tiles.
 *
 * <p>{@link dev.inlay.server.newsletter.Newsletter} puts it together.
 */
package dev.inlay.server.newsletter;
