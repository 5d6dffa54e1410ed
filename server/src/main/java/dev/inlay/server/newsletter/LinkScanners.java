package dev.inlay.server.newsletter;

import java.util.List;
import java.util.Locale;

/**
 * Known programs that follow links to look at them: their clicks lock nothing. Programs that pretend to be browsers are
 * not told apart, and need not be: what they lock is what the reader will see.
 */
final class LinkScanners {
    private static final List<String> NAMES = List.of("slackbot-linkexpanding", "slackbot", "slack-imgproxy",
            "skypeuripreview", "whatsapp", "telegrambot", "linkedinbot", "barracuda",
            "twitterbot", "facebookexternalhit", "discordbot", "proofpoint", "mimecast", "safelinks");

    private LinkScanners() {
    }

    static boolean isScanner(String userAgent) {
        String lower = userAgent.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(lower::contains);
    }
}
