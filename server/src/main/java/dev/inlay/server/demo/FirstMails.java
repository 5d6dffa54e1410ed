package dev.inlay.server.demo;

import java.util.List;
import java.util.Optional;

/** The mails that were read before anybody looks: some visitors open them, some click, so that results show something. */
record FirstMails(Doors doors, OpenShop shop) {
    /** The edition that everybody got. */
    static final String SEND = "edition-1";
    private static final int READERS = 24;
    private static final int CLICKS = 3;

    /** The last of {@code visitors} read, Anna last of all: when this returns, she has her first personal picture. */
    void open(List<Visitor> visitors) {
        List<Recipient> recipients = visitors.stream().map(visitor -> visitor.recipient("reader"))
                .flatMap(Optional::stream).toList();
        List<Recipient> readers = recipients.subList(Math.max(0, recipients.size() - READERS), recipients.size());
        for (int i = 0; i < readers.size(); i++) {
            read(Mailing.values()[i % Mailing.values().length], readers.get(i), i % CLICKS == 0 ? i : -1);
        }
        read(Mailing.FOR_YOU, readers.getLast(), -1);
    }

    /** Loads the pictures of all slots; a {@code click} that is not negative follows one of the links, too. */
    private void read(Mailing mailing, Recipient recipient, int click) {
        int slots = mailing.json().get("slots").intValue();
        String tile = "/serve/tile/" + shop.campaigns().get(mailing) + "/";
        String query = "?send=" + SEND + "&" + recipient.parameter() + "=" + recipient.encoded();
        for (int slot = 1; slot <= slots; slot++) {
            doors.open(tile + slot + ".png" + query);
        }
        if (click >= 0) {
            doors.open(tile + (1 + click % slots) + "/click" + query);
        }
    }
}
