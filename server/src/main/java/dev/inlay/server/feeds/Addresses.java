package dev.inlay.server.feeds;

import java.util.regex.Pattern;

/** Keeps addresses out of what is said. */
final class Addresses {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s'\"<>(),;=]*(?:@|%(?:25)*40)[^\\s'\"<>(),;=]*", Pattern.CASE_INSENSITIVE);

    private Addresses() {
    }

    /** {@code text} without every word that holds an {@code @}, percent-encoded or not. */
    static String masked(String text) {
        return text.indexOf('@') < 0 && text.indexOf('%') < 0 ? text : ADDRESS.matcher(text).replaceAll("(address)");
    }
}
