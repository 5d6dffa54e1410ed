package dev.inlay.server.newsletter;

import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Named;
import java.util.Optional;

/**
 * Whom the operator asks about.
 *
 * @param recipient who a mail would have gone to; empty if a tracking user was named
 * @param named by which name they were called
 * @param identity who that is, if their history may decide what they see
 */
record Person(Optional<Recipient> recipient, Named named, Identity identity) {
    /** A mail that names nobody. */
    static final Person NAMELESS =
            new Person(Optional.of(new Recipient.Anonymous()), Named.NOBODY, new Identity.Unknown());
}
