package dev.inlay.server.newsletter;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import java.util.List;

/** Who a mail went to, as its URLs name them. Holds no address. */
sealed interface Recipient {
    /**
     * By address or its digest; what the URL can mean, most likely first.
     *
     * @param keys all that is known of the first candidate: its keys by every digest, or by the only one
     */
    record ByEmail(List<EmailKey> candidates, List<EmailKey> keys) implements Recipient {
        public ByEmail {
            candidates = List.copyOf(candidates);
            keys = List.copyOf(keys);
        }

        ByEmail(List<EmailKey> candidates) {
            this(candidates, candidates.subList(0, 1));
        }
    }

    /** By the shop's own account; what the URL can mean, most likely first. */
    record ByCustomer(List<CustomerId> candidates) implements Recipient {
        public ByCustomer {
            candidates = List.copyOf(candidates);
        }
    }

    /** By a token of ours: the email or customer whom it was made for. */
    record ByToken(Owner person) implements Recipient {
        @Override
        public String toString() {
            return "ByToken[hidden]";
        }
    }

    /**
     * By what proves nothing: a token that is not ours or not taken any more, or any other name where only tokens
     * count. Somebody whom nobody knows.
     *
     * @param name a key that nobody can have, the same for the same URL
     */
    record Stranger(EmailKey name) implements Recipient { }

    /** Nobody in particular: all such requests share one assignment. */
    record Anonymous() implements Recipient { }

    /** Whose history would count. */
    default Named named() {
        return switch (this) {
            case ByEmail email -> Named.byEmail(email.candidates());
            case ByCustomer customer -> Named.byCustomer(customer.candidates());
            case ByToken(Owner person) -> Named.of(person);
            case Stranger(EmailKey name) -> Named.byEmail(List.of(name));
            case Anonymous() -> Named.NOBODY;
        };
    }

    /** What locks are kept under: 16 bytes that tell nothing. */
    default byte[] lockKey(PersonalData personalData) {
        LockKeys keys = new LockKeys(personalData);
        return switch (this) {
            case ByEmail email -> keys.of(email.candidates().getFirst());
            case ByCustomer customer -> keys.of(customer.candidates().getFirst());
            case ByToken(Owner person) -> keys.ofToken(person);
            case Stranger(EmailKey name) -> keys.of(name);
            case Anonymous() -> keys.ofNobody();
        };
    }
}
