package dev.inlay.server.demo;

import dev.inlay.server.demo.Outbox.Edition;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What the inbox shows.
 *
 * @param address how the recipient is named
 * @param reasons why these products, slot by slot; empty slots are left out
 */
record InboxView(InboxChoice choice, List<Recipient> recipients, Recipient recipient, String address,
        List<Edition> editions, List<Reason> reasons, boolean loggedIn) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());

    /**
     * Why a slot shows its product.
     *
     * @param how the strategy, in words
     * @param becauseOf titles of what the recipient did something with
     * @param locked whether it stays, since the mail was opened
     */
    record Reason(Article article, String how, List<String> becauseOf, boolean locked) {
        String words() {
            return how + (becauseOf.isEmpty() ? "" : ": " + String.join(", ", becauseOf));
        }
    }

    boolean isChosen(Mailing mailing) {
        return choice.mailing() == mailing;
    }

    boolean isChosen(Edition edition) {
        return choice.mailing().hasSends() && choice.send().equals(edition.send());
    }

    boolean isChosen(Recipient one) {
        return recipient.key().equals(one.key());
    }

    boolean isChosen(InboxChoice.Look look) {
        return choice.look() == look;
    }

    /** Whether the products stay as they are. */
    String state() {
        if (reasons.isEmpty()) {
            return "There is nothing to show.";
        }
        return reasons.getFirst().locked() ? "Locked when the mail was opened: this edition keeps them."
                : "Picked as the mail opened just now.";
    }

    String time(Instant time) {
        return TIME.format(time);
    }
}
