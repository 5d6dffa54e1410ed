package dev.inlay.db.people;

import dev.inlay.db.Database;
import dev.inlay.db.identity.Aliases;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.EmailKey.Digest;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.people.PersonDao.EmailRow;
import dev.inlay.db.people.PersonDao.TrackingUserRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Finds out what belongs to whom. */
final class PersonFinder {
    private final Database database;
    private final RecipientKeys keys;

    PersonFinder(Database database, RecipientKeys keys) {
        this.database = database;
        this.keys = keys;
        database.prepare(List.of(PersonDao.class));
    }

    /** The first of {@code subjects} of whom anything is stored, be it that they opened a mail or refused consent. */
    Optional<Person> find(int websiteId, List<Subject> subjects) {
        return database.read(handle -> {
            Reading reading = new Reading(handle, websiteId);
            return subjects.stream().map(reading::person).filter(reading::isSomebody).findFirst();
        });
    }

    /** What belongs to {@code subject}, be it nothing. */
    Person of(int websiteId, Subject subject) {
        return database.read(handle -> new Reading(handle, websiteId).person(subject));
    }

    /** Those of {@code owners} that are no address which somebody still has. */
    List<Owner> withoutAddressesInUse(int websiteId, List<Owner> owners) {
        return database.read(handle -> {
            Reading reading = new Reading(handle, websiteId);
            return owners.stream().filter(owner -> !reading.isAddressInUse(owner)).toList();
        });
    }

    /** Looks at the rows of one website. */
    private final class Reading {
        private final PersonDao dao;
        private final int websiteId;

        Reading(Handle handle, int websiteId) {
            this.dao = handle.attach(PersonDao.class);
            this.websiteId = websiteId;
        }

        Person person(Subject subject) {
            return switch (subject) {
                case Subject.OfTrackingUser(TrackingUserId id) -> ofTrackingUser(id);
                case Subject.OfCustomer(CustomerId id) -> person(subject, trackingUsers(
                        dao.trackingUsersOfCustomer(websiteId, id.stored())), List.of(id), emailsOf(id).toList());
                case Subject.OfEmail(List<EmailKey> given) -> ofEmail(given);
            };
        }

        boolean isSomebody(Person person) {
            return isKnown(person) || person.owners().anyMatch(this::hasActivity)
                    || person.speakers().stream().anyMatch(this::hasConsent)
                    || keys.of(person.names()).stream().anyMatch(key -> dao.gotMails(websiteId, key));
        }

        private boolean isKnown(Person person) {
            return switch (person.subject()) {
                case Subject.OfTrackingUser(TrackingUserId id) ->
                        dao.findTrackingUser(websiteId, id.value()).isPresent();
                case Subject.OfCustomer(CustomerId id) -> !person.trackingUsers().isEmpty()
                        || dao.wasCustomer(websiteId, id.stored());
                case Subject.OfEmail _ -> person.emails().stream()
                        .anyMatch(email -> !dao.findBySha256(websiteId, email.bytes()).isEmpty());
            };
        }

        private boolean hasActivity(Owner owner) {
            return dao.hasActivity(websiteId, owner.kind().letter(), owner.id());
        }

        boolean isAddressInUse(Owner owner) {
            return owner.kind() == Owner.Kind.EMAIL && Stream.of(Digest.values())
                    .flatMap(digest -> rows(new EmailKey(digest, owner.email().bytes())).stream())
                    .map(row -> bySha256(row.bySha256()))
                    .anyMatch(email -> dao.isInUse(websiteId, email.bytes(), Owner.of(email).id()));
        }

        private boolean hasConsent(Owner owner) {
            return dao.hasConsent(websiteId, owner.kind().letter(), owner.id());
        }

        private Person ofTrackingUser(TrackingUserId id) {
            Optional<TrackingUserRow> row = dao.findTrackingUser(websiteId, id.value());
            return person(new Subject.OfTrackingUser(id), List.of(id),
                    row.map(TrackingUserRow::customer).map(CustomerId::fromStored).stream().toList(),
                    row.map(TrackingUserRow::email).map(PersonFinder::bySha256).stream().toList());
        }

        private Person ofEmail(List<EmailKey> given) {
            List<EmailRow> rows = given.stream().map(this::rows).flatMap(Collection::stream).toList();
            List<EmailKey> all = Stream.concat(given.stream(), rows.stream().flatMap(PersonFinder::digests))
                    .distinct().toList();
            List<EmailKey> stored = all.stream().filter(key -> key.digest() == Digest.SHA256).toList();
            List<TrackingUserId> trackingUsers = stored.stream().flatMap(email -> trackingUsers(
                    dao.trackingUsersOfEmail(websiteId, email.bytes())).stream()).distinct().toList();
            List<CustomerId> customers = stored.stream().flatMap(email ->
                    dao.customersOfEmail(websiteId, email.bytes()).stream()).map(CustomerId::fromStored).distinct()
                    .toList();
            return person(new Subject.OfEmail(all), trackingUsers, customers, all);
        }

        private Person person(Subject subject, List<TrackingUserId> trackingUsers, List<CustomerId> customers,
                List<EmailKey> emails) {
            List<EmailKey> own = emails.stream().flatMap(this::withDigests).distinct().toList();
            List<EmailKey> shared = customers.stream().flatMap(this::emailsOf).flatMap(this::withDigests).toList();
            return new Person(subject, trackingUsers, new Aliases(customers, own),
                    new Aliases(customers, Stream.concat(own.stream(), shared.stream()).distinct().toList()));
        }

        private Stream<EmailKey> emailsOf(CustomerId customer) {
            return dao.emailsOfCustomer(websiteId, customer.stored()).stream().map(PersonFinder::bySha256);
        }

        private Stream<EmailKey> withDigests(EmailKey email) {
            return Stream.concat(Stream.of(email), rows(email).stream().flatMap(PersonFinder::digests));
        }

        private List<EmailRow> rows(EmailKey key) {
            return switch (key.digest()) {
                case SHA256 -> dao.findBySha256(websiteId, key.bytes());
                case SHA1 -> dao.findBySha1(websiteId, key.bytes());
                case MD5 -> dao.findByMd5(websiteId, key.bytes());
            };
        }
    }

    private static Stream<EmailKey> digests(EmailRow row) {
        return Stream.of(bySha256(row.bySha256()), new EmailKey(Digest.SHA1, row.bySha1()),
                new EmailKey(Digest.MD5, row.byMd5()));
    }

    private static List<TrackingUserId> trackingUsers(List<String> ids) {
        return ids.stream().map(TrackingUserId::new).toList();
    }

    private static EmailKey bySha256(byte[] bytes) {
        return new EmailKey(Digest.SHA256, bytes);
    }
}
