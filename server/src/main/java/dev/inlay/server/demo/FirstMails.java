package dev.inlay.server.demo;

import java.util.List;
import java.util.Optional;

/** The mails that visitors read without being asked: some open them, some click, so that results show something. */
record FirstMails(Doors doors, OpenShop shop) {
    /** The edition that everybody got. */
    static final String SEND = "edition-1";
    private static final int READERS = 24;
    private static final int CLICKS = 3;

    /** Whether the first picture of {@code recipient} shows a product by now. */
    boolean showProductTo(Recipient recipient) {
        return doors.open(tile(Mailing.FOR_YOU) + "1.png" + query(recipient));
    }

    /** The last of {@code visitors} read one mail each. */
    void open(List<Visitor> visitors) {
        List<Recipient> recipients = visitors.stream().map(visitor -> visitor.recipient("reader"))
                .flatMap(Optional::stream).toList();
        List<Recipient> readers = recipients.subList(Math.max(0, recipients.size() - READERS), recipients.size());
        for (int i = 0; i < readers.size(); i++) {
            Mailing mailing = Mailing.values()[i % Mailing.values().length];
            loadPictures(mailing, readers.get(i));
            if (i % CLICKS == 0) {
                doors.open(tile(mailing) + (1 + i % mailing.slots()) + "/click" + query(readers.get(i)));
            }
        }
    }

    private void loadPictures(Mailing mailing, Recipient recipient) {
        for (int slot = 1; slot <= mailing.slots(); slot++) {
            doors.open(tile(mailing) + slot + ".png" + query(recipient));
        }
    }

    private String tile(Mailing mailing) {
        return "/serve/tile/" + shop.campaigns().get(mailing) + "/";
    }

    private static String query(Recipient recipient) {
        return "?send=" + SEND + "&" + recipient.parameter() + "=" + recipient.encoded();
    }
}
