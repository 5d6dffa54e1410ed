package dev.inlay.server.consent;

import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.Aliases;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.website.Website;
import dev.inlay.server.newsletter.LockKeys;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people said about consent, and what follows from it. Once a denial is taken, mails that were sent show nothing
 * personal any more, on all nodes: their locks are deleted, and the next picture or click picks default products. A
 * grant changes no sent mail; the next one is personal.
 */
public final class Consents {
    private final ConsentStore store;
    private final IdentityStore identities;
    private final AssignmentStore assignments;
    private final LockKeys keys;

    public Consents(ConsentStore store, IdentityStore identities, AssignmentStore assignments, LockKeys keys) {
        this.store = store;
        this.identities = identities;
        this.assignments = assignments;
        this.keys = keys;
    }

    /** Takes what was said of {@code named} at a time, by default now; returns what holds now. */
    public Consent take(Website website, Named named, Consent.State state, Consent.Source source, String note,
            Optional<Instant> at) {
        store.record(website.id(), named, state, source, note, at);
        if (state == Consent.State.DENIED) {
            assignments.unlock(website.id(), keys.of(withdrawn(website, named)));
        }
        return now(website, named).orElseThrow(() -> new IllegalStateException("consent was erased meanwhile"));
    }

    /** What holds now for {@code named}; empty if consent is unknown. */
    public Optional<Consent> now(Website website, Named named) {
        return store.now(website.id(), named, identities.resolve(website.id(), named));
    }

    /** What mails may call those by of whom nothing personal may be shown, now that {@code named} refused. */
    private Aliases withdrawn(Website website, Named named) {
        Identity identity = identities.resolve(website.id(), named);
        Set<CustomerId> customers = new LinkedHashSet<>();
        Set<EmailKey> emails = new LinkedHashSet<>();
        Aliases own = store.aliases(website.id(), named, identity);
        customers.addAll(own.customers());
        emails.addAll(own.emails());
        own.emails().forEach(email -> customers.addAll(aliases(website, Owner.of(email)).customers()));
        List.copyOf(customers).forEach(customer -> emails.addAll(aliases(website, Owner.of(customer)).emails()));
        return new Aliases(
                customers.stream().filter(customer -> isWithdrawn(website, Named.byCustomer(List.of(customer))))
                        .toList(),
                emails.stream().filter(email -> isWithdrawn(website, Named.byEmail(List.of(email)))).toList());
    }

    private Aliases aliases(Website website, Owner owner) {
        return identities.aliases(website.id(), owner, Optional.empty());
    }

    private boolean isWithdrawn(Website website, Named named) {
        return !store.allows(website, named, identities.resolve(website.id(), named));
    }
}
