package dev.inlay.db.identity;

import dev.inlay.db.identity.Identity.Known;
import dev.inlay.db.identity.Identity.Unknown;
import dev.inlay.db.identity.IdentityDao.Belonging;
import dev.inlay.db.identity.IdentityDao.Recency;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides who a recipient is, from the rows as they are now (contract 3.1, rules 6 to 9). */
final class Resolution {
    private static final Comparator<Recency> LAST_SEEN_FIRST =
            Comparator.comparingLong(Recency::latest).reversed().thenComparing(Recency::id);

    private final IdentityDao dao;
    private final int websiteId;

    Resolution(IdentityDao dao, int websiteId) {
        this.dao = dao;
        this.websiteId = websiteId;
    }

    Identity ofEmail(List<EmailKey> candidates) {
        List<EmailKey> emails = candidates.stream().flatMap(this::bySha256).distinct().toList();
        return emails.stream().flatMap(email -> byTrackingUser(email).or(() -> byOrders(email)).stream()).findFirst()
                .orElse(new Unknown());
    }

    Identity ofCustomer(List<CustomerId> candidates) {
        return candidates.stream().flatMap(customer -> byCustomer(customer).stream()).findFirst()
                .orElse(new Unknown());
    }

    Identity ofTrackingUser(TrackingUserId trackingUser) {
        Optional<Belonging> row = dao.findBelonging(websiteId, trackingUser.value());
        Optional<CustomerId> customer = row.map(Belonging::customer).map(CustomerId::fromStored);
        if (customer.isPresent()) {
            return new Known(trackingUsers(customer.get()), customer, Optional.empty());
        }
        return row.filter(Belonging::isByClick).map(Belonging::email).map(Resolution::sha256)
                .flatMap(this::byTrackingUser).orElseGet(() -> alone(trackingUser, row.isPresent()));
    }

    private Identity alone(TrackingUserId trackingUser, boolean isAssociated) {
        return isAssociated || hasActivity(Owner.of(trackingUser))
                ? new Known(List.of(trackingUser), Optional.empty(), Optional.empty())
                : new Unknown();
    }

    private Stream<EmailKey> bySha256(EmailKey key) {
        return switch (key.digest()) {
            case SHA256 -> Stream.of(key);
            case SHA1 -> dao.findBySha1(websiteId, key.bytes()).stream().map(Resolution::sha256);
            case MD5 -> dao.findByMd5(websiteId, key.bytes()).stream().map(Resolution::sha256);
        };
    }

    /** The most recent of the email; with it those that a click in a mail brought back. */
    private Optional<Identity> byTrackingUser(EmailKey email) {
        List<Recency> rows = dao.findByEmail(websiteId, email.bytes()).stream().sorted(LAST_SEEN_FIRST).toList();
        Set<String> returned = rows.size() < 2 ? Set.of() : dao.findReturned(websiteId, email.bytes());
        return rows.stream().filter(row -> !returned.contains(row.id())).findFirst()
                .or(() -> rows.stream().findFirst())
                .map(mostRecent -> ofMostRecent(mostRecent, email, rows.stream()
                        .filter(row -> row == mostRecent || returned.contains(row.id()))));
    }

    private Identity ofMostRecent(Recency mostRecent, EmailKey email, Stream<Recency> together) {
        Stream<TrackingUserId> first = together.map(row -> new TrackingUserId(row.id()));
        Optional<CustomerId> customer = Optional.ofNullable(mostRecent.customer()).map(CustomerId::fromStored);
        Stream<TrackingUserId> others = customer.map(this::trackingUsers).orElse(List.of()).stream();
        return new Known(Stream.concat(first, others).distinct().toList(), customer, Optional.of(email));
    }

    private Optional<Identity> byOrders(EmailKey email) {
        Optional<CustomerId> customer =
                dao.findCustomerOfLatestOrder(websiteId, email.bytes()).map(CustomerId::fromStored);
        if (customer.isPresent()) {
            return Optional.of(new Known(trackingUsers(customer.get()), customer, Optional.of(email)));
        }
        return hasActivity(Owner.of(email))
                ? Optional.of(new Known(List.of(), Optional.empty(), Optional.of(email)))
                : Optional.empty();
    }

    private Optional<Identity> byCustomer(CustomerId customer) {
        List<TrackingUserId> trackingUsers = trackingUsers(customer);
        return trackingUsers.isEmpty() && !hasActivity(Owner.of(customer))
                ? Optional.empty()
                : Optional.of(new Known(trackingUsers, Optional.of(customer), Optional.empty()));
    }

    private List<TrackingUserId> trackingUsers(CustomerId customer) {
        return dao.findByCustomer(websiteId, customer.stored()).stream().sorted(LAST_SEEN_FIRST)
                .map(row -> new TrackingUserId(row.id())).toList();
    }

    private boolean hasActivity(Owner owner) {
        return dao.hasActivity(websiteId, owner.kind().letter(), owner.id());
    }

    private static EmailKey sha256(byte[] bytes) {
        return new EmailKey(EmailKey.Digest.SHA256, bytes);
    }
}
