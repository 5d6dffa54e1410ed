package dev.inlay.db.identity;

import java.util.List;
import java.util.Optional;

/**
 * What a call says about who its tracking user is, beside its activity.
 *
 * @param customer the shop's account, if the call names one
 * @param email the keys of the address (SHA-256, SHA-1, MD5), or none
 * @param source who said so
 */
public record Association(Optional<CustomerId> customer, List<EmailKey> email, Source source) {
    public static final Association NONE = new Association(Optional.empty(), List.of(), Source.BROWSER);

    public Association {
        email = List.copyOf(email);
    }

    public boolean isEmpty() {
        return customer.isEmpty() && email.isEmpty();
    }
}
