package dev.inlay.server.demo;

import dev.inlay.server.http.RawQuery;
import java.util.Arrays;

/** Which mail somebody looks at, as whom, and how: what the links of the inbox hold. */
record InboxChoice(Mailing mailing, String send, String to, Look look) {
    static final String PATH = DemoService.PATH + "/inbox";

    /** How the mail program shows a mail. */
    enum Look {
        DESKTOP("Desktop"), PHONE("Phone"), IMAGES_OFF("Images off"), DARK("Dark");

        private final String label;

        Look(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** As it stands in URLs and in class names. */
        String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Whatever {@code query} leaves open or misspells is the newest edition for Anna, on a desktop. */
    static InboxChoice parse(RawQuery query, Login login, Outbox outbox) {
        String mail = query.first("mail").orElse("");
        String look = query.first("look").orElse("");
        return new InboxChoice(
                Arrays.stream(Mailing.values()).filter(one -> one.slug().equals(mail)).findFirst()
                        .orElse(Mailing.FOR_YOU),
                outbox.find(query.first("send").orElse("")).send(),
                Recipients.find(query.first("to").orElse(Recipients.ME), login).key(),
                Arrays.stream(Look.values()).filter(one -> one.slug().equals(look)).findFirst().orElse(Look.DESKTOP));
    }

    InboxChoice mailing(Mailing other) {
        return new InboxChoice(other, send, to, look);
    }

    InboxChoice send(Outbox.Edition edition) {
        return new InboxChoice(Mailing.FOR_YOU, edition.send(), to, look);
    }

    InboxChoice to(Recipient recipient) {
        return new InboxChoice(mailing, send, recipient.key(), look);
    }

    InboxChoice look(Look other) {
        return new InboxChoice(mailing, send, to, other);
    }

    /** The page with this mail. */
    String page() {
        return PATH + query();
    }

    /** The mail alone. */
    String mail() {
        return PATH + "/mail" + query();
    }

    private String query() {
        return "?mail=" + mailing.slug() + "&send=" + send + "&to=" + to + "&look=" + look.slug();
    }
}
