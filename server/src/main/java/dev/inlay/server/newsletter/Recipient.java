package dev.inlay.server.newsletter;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.PersonalData;
import java.util.List;

/** Who a mail went to, as its URLs name them. Holds no address. */
sealed interface Recipient {
    /** By address or its digest; what the URL can mean, most likely first. */
    record ByEmail(List<EmailKey> candidates) implements Recipient {
        public ByEmail {
            candidates = List.copyOf(candidates);
        }
    }

    /** By the shop's own account; what the URL can mean, most likely first. */
    record ByCustomer(List<CustomerId> candidates) implements Recipient {
        public ByCustomer {
            candidates = List.copyOf(candidates);
        }
    }

    /** By a token that is not one of ours: somebody, whom nobody knows. */
    record ByToken(String token) implements Recipient {
        @Override
        public String toString() {
            return "ByToken[hidden]";
        }
    }

    /** Nobody in particular: all such requests share one assignment. */
    record Anonymous() implements Recipient { }

    /** Whose history would count. */
    default Named named() {
        return switch (this) {
            case ByEmail email -> Named.byEmail(email.candidates());
            case ByCustomer customer -> Named.byCustomer(customer.candidates());
            case ByToken token -> Named.NOBODY;
            case Anonymous() -> Named.NOBODY;
        };
    }

    /** What locks are kept under: 16 bytes that tell nothing. */
    default byte[] lockKey(PersonalData personalData) {
        LockKeys keys = new LockKeys(personalData);
        return switch (this) {
            case ByEmail email -> keys.of(email.candidates().getFirst());
            case ByCustomer customer -> keys.of(customer.candidates().getFirst());
            case ByToken token -> keys.ofToken(token.token());
            case Anonymous() -> keys.ofNobody();
        };
    }
}
