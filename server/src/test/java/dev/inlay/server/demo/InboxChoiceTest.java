package dev.inlay.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.demo.InboxChoice.Look;
import dev.inlay.server.http.RawQuery;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboxChoiceTest {
    private static final Login ME = new Login(Optional.of("me@example.test"), Optional.empty());

    private final Outbox outbox = new Outbox();

    @Test
    void newestEditionForAnnaOnADesktopIsShownFirst() {
        outbox.sendAgain();

        assertEquals(new InboxChoice(Mailing.FOR_YOU, "edition-2", "anna", Look.DESKTOP), choice("", Login.NOBODY));
    }

    @Test
    void whoeverIsLoggedInSeesTheOwnInboxFirst() {
        assertEquals(Recipients.ME, choice("", ME).to());
        assertEquals("me@example.test", Recipients.find(Recipients.ME, ME).value());
    }

    @Test
    void linksLeadBackToTheSameChoice() {
        InboxChoice choice = new InboxChoice(Mailing.FRESH, "edition-1", "carla", Look.IMAGES_OFF);

        assertEquals(choice, choice(choice.page().replaceFirst(".*[?]", ""), ME));
    }

    @Test
    void nonsenseIsTheDefault() {
        assertEquals(choice("", Login.NOBODY),
                choice("mail=x&send=<script>&to=me&look=%00&unknown=1", Login.NOBODY));
    }

    private InboxChoice choice(String query, Login login) {
        return InboxChoice.parse(RawQuery.parse(query), login, outbox);
    }
}
