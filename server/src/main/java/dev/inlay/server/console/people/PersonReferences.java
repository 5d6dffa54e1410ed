package dev.inlay.server.console.people;

import dev.inlay.db.Seal;
import dev.inlay.db.Secret;
import dev.inlay.db.StoreException;
import dev.inlay.db.identity.Owner;
import dev.inlay.server.console.ConsoleCall;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Names people in URLs of the console without telling who they are: sealed, and good only for the website and the
 * session they were made in, so that a log, a history or a link that is passed on tells nothing of anybody.
 */
public final class PersonReferences {
    private final Seal seal;

    public PersonReferences(Secret secret) {
        seal = new Seal(secret, "console person");
    }

    /** Where the page about {@code owner} lies, of the website. */
    public String path(ConsoleCall call, Owner owner) {
        byte[] sealed = seal.close(place(call), owner.kind().letter() + owner.id());
        return "/people/" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Who is meant by the last segment of {@link #path}; empty if it was not made here, or in another session. */
    Optional<Owner> read(ConsoleCall call, String reference) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(reference.getBytes(StandardCharsets.UTF_8));
            String owner = seal.open(place(call), sealed);
            return Optional.of(new Owner(Owner.Kind.of(owner.substring(0, 1)), owner.substring(1)));
        } catch (IllegalArgumentException | StoreException e) {
            return Optional.empty();
        }
    }

    private static String place(ConsoleCall call) {
        return call.website().uuid() + " " + call.sessionId();
    }
}
