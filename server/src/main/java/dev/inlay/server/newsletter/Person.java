package dev.inlay.server.newsletter;

import dev.inlay.db.identity.Identity;
import java.util.Optional;

/**
 * Whom the operator asks about; {@code recipient} is who a mail would have gone to, unless a tracking user was named.
 */
record Person(Optional<Recipient> recipient, Identity identity) { }
