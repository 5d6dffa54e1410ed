package dev.inlay.db.people;

import dev.inlay.db.Database;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Remembers who was erased, as keyed hashes only, so that order feeds do not bring back orders of before. */
public final class ForgottenPeople {
    private static final String PURPOSE = "forgotten";

    private final Database database;
    private final PersonalData personalData;

    public ForgottenPeople(Database database, PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
        database.prepare(List.of(ForgottenDao.class));
    }

    /**
     * Whether an order placed at {@code orderDate} is of somebody who was erased since, by the names that the order
     * tells: one indexed read.
     *
     * @param email keys of the address, of which one is enough
     */
    public boolean isForgotten(int websiteId, Optional<CustomerId> customer, List<EmailKey> email, Instant orderDate) {
        return (customer.isPresent() || !email.isEmpty())
                && database.read(handle -> isForgotten(handle, websiteId, customer, email, orderDate));
    }

    /** The same inside an entry of the writer. */
    public boolean isForgotten(Handle handle, int websiteId, Optional<CustomerId> customer, List<EmailKey> email,
            Instant orderDate) {
        List<byte[]> names = names(customer, email);
        return !names.isEmpty()
                && handle.attach(ForgottenDao.class).isForgotten(websiteId, names, orderDate.toEpochMilli());
    }

    /** Remembers the names of {@code subject}; a tracking user has none that an order could tell. */
    void remember(Handle handle, int websiteId, Subject subject, long atMs) {
        ForgottenDao dao = handle.attach(ForgottenDao.class);
        for (byte[] name : names(subject)) {
            if (dao.insert(websiteId, name, atMs) == 0) {
                dao.update(websiteId, name, atMs);
            }
        }
    }

    private List<byte[]> names(Subject subject) {
        return switch (subject) {
            case Subject.OfTrackingUser _ -> List.of();
            case Subject.OfCustomer(CustomerId id) -> names(Optional.of(id), List.of());
            case Subject.OfEmail(List<EmailKey> keys) -> names(Optional.empty(), keys);
        };
    }

    private List<byte[]> names(Optional<CustomerId> customer, List<EmailKey> email) {
        return Stream.concat(
                customer.map(id -> personalData.lockKey(PURPOSE, "customer", id.stored())).stream(),
                email.stream().map(key -> personalData.lockKey(PURPOSE, "email", key.hex()))).toList();
    }
}
