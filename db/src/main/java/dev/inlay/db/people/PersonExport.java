package dev.inlay.db.people;

import dev.inlay.db.Database;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.IdentityStore;
import java.util.List;
import java.util.Optional;

/** Finds everything that is stored of somebody, and of nobody else. */
public final class PersonExport {
    private final Stores stores;
    private final RecipientKeys keys;
    private final PersonFinder finder;

    /** Where a person's data lies. */
    public record Stores(Database database, IdentityStore identities, ActivityStore activities, LockHistory locks,
            ConsentStore consents) { }

    public PersonExport(Stores stores, RecipientKeys keys) {
        this.stores = stores;
        this.keys = keys;
        finder = new PersonFinder(stores.database(), keys);
    }

    /** The first of {@code subjects} of whom anything is stored, be it that they opened a mail or refused consent. */
    public Optional<PersonData> find(int websiteId, List<Subject> subjects) {
        return finder.find(websiteId, subjects)
                .map(person -> new PersonData(stores, websiteId, person, keys.of(person.names())));
    }
}
