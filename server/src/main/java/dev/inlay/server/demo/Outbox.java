package dev.inlay.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The editions that the shop has sent of its mailing with editions, the newest first. */
final class Outbox {
    /** One send: the id that the mail service puts into the URLs. */
    record Edition(int number, String send, Instant time) { }

    private final List<Edition> editions = new ArrayList<>();

    Outbox() {
        sendAgain();
    }

    /** A new send to everybody. */
    synchronized Edition sendAgain() {
        int number = editions.size() + 1;
        Edition edition = new Edition(number, "edition-" + number, Instant.now());
        editions.addFirst(edition);
        return edition;
    }

    synchronized List<Edition> editions() {
        return List.copyOf(editions);
    }

    /** The edition of this {@code send}, else the newest. */
    Edition find(String send) {
        List<Edition> all = editions();
        return all.stream().filter(edition -> edition.send().equals(send)).findFirst().orElse(all.getFirst());
    }
}
