package dev.inlay.server.bounds;

/**
 * How many calls of the tracking API and of {@code /serve/recoms} one node takes in a minute; 0 = any number. Pictures
 * and clicks in mails are never limited.
 *
 * <p>By default only a single tracking user is: a hundred calls a second, kept up for a minute, are no shopper but a
 * page that calls in a circle. Whole websites and addresses are not, since a busy shop is one website, and an office, a
 * mobile network or a shop's back end is one address.
 *
 * @param perTrackingUser for each tracking user of a website, but for calls with a secret key
 * @param perWebsite for each website, calls with a secret key included
 * @param perAddress for each client address, or the /64 network of an IPv6 one, but for calls with a secret key
 */
public record CallLimits(int perTrackingUser, int perWebsite, int perAddress) {
    public static final CallLimits DEFAULTS = new CallLimits(6_000, 0, 0);

    public CallLimits {
        if (Math.min(perTrackingUser, Math.min(perWebsite, perAddress)) < 0) {
            throw new IllegalArgumentException("a limit must not be negative");
        }
    }
}
