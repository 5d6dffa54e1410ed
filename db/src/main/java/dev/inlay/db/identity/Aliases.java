package dev.inlay.db.identity;

import java.util.List;

/** What mails may call one person by: customer ids, and addresses by each of their digests. */
public record Aliases(List<CustomerId> customers, List<EmailKey> emails) {
    public Aliases {
        customers = List.copyOf(customers);
        emails = List.copyOf(emails);
    }
}
