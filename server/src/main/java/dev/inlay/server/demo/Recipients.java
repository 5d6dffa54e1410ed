package dev.inlay.server.demo;

import java.util.ArrayList;
import java.util.List;

/** Those whose inbox can be looked into: some visitors, somebody nobody knows, and whoever is logged in in the shop. */
final class Recipients {
    static final String ME = "me";
    private static final List<Recipient> OTHERS = List.of(
            Recipient.ofEmail("Anna", Visitors.ANNA),
            Recipient.ofEmail("Ben", Visitors.BEN),
            Recipient.ofCustomer("Carla", Visitors.CARLAS_ACCOUNT),
            Recipient.ofEmail("Dana", Visitors.DANA),
            Recipient.ofEmail("Somebody unknown", "nobody@example.test"));

    private Recipients() {
    }

    static List<Recipient> of(Login login) {
        List<Recipient> all = new ArrayList<>(OTHERS);
        login.recipient().ifPresent(me -> all.addFirst(new Recipient(ME, "You", me.parameter(), me.value())));
        return all;
    }

    /** The one with this key, else Anna. */
    static Recipient find(String key, Login login) {
        return of(login).stream().filter(recipient -> recipient.key().equals(key)).findFirst()
                .orElse(OTHERS.getFirst());
    }
}
