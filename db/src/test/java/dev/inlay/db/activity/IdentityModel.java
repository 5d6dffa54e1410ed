package dev.inlay.db.activity;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.TrackingUserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of identity as plainly as they can be said, to hold the stores against. */
final class IdentityModel {
    /** What somebody did, and when in the order of arrival. */
    record Deed(long at, EventType type, String product) { }

    /** Whom a name leads to, and what counts for them, in any order. */
    record Person(List<TrackingUserId> trackingUsers, Optional<CustomerId> customer, List<Deed> deeds) { }

    private static final class Browser {
        private CustomerId customer;
        private EmailKey email;
        private boolean associated;
        private long seen;
        private final List<Deed> deeds = new ArrayList<>();
    }

    private final Map<TrackingUserId, Browser> browsers = new HashMap<>();
    private final Map<CustomerId, List<Deed>> accounts = new HashMap<>();
    private long now;

    void associate(TrackingUserId trackingUser, CustomerId customer, EmailKey email) {
        Browser browser = browser(trackingUser);
        browser.customer = customer == null ? browser.customer : customer;
        browser.email = email == null ? browser.email : email;
        browser.associated = browser.associated || customer != null || email != null;
        browser.seen = ++now;
    }

    void act(TrackingUserId trackingUser, EventType type, String product) {
        Browser browser = browser(trackingUser);
        browser.seen = ++now;
        browser.deeds.add(new Deed(now, type, product));
    }

    void actOnAccount(CustomerId customer, EventType type, String product) {
        accounts.computeIfAbsent(customer, key -> new ArrayList<>()).add(new Deed(++now, type, product));
    }

    Optional<Person> byTrackingUser(TrackingUserId trackingUser) {
        Browser browser = browsers.get(trackingUser);
        if (browser == null) {
            return Optional.empty();
        }
        return browser.customer == null ? Optional.of(person(List.of(trackingUser), null))
                : byCustomer(browser.customer);
    }

    Optional<Person> byCustomer(CustomerId customer) {
        List<TrackingUserId> own = latestFirst(browser -> customer.equals(browser.customer));
        return own.isEmpty() && !accounts.containsKey(customer) ? Optional.empty()
                : Optional.of(person(own, customer));
    }

    Optional<Person> byEmail(EmailKey email) {
        return latestFirst(browser -> email.equals(browser.email)).stream().findFirst().map(mostRecent -> {
            CustomerId customer = browsers.get(mostRecent).customer;
            List<TrackingUserId> all = customer == null ? List.of()
                    : latestFirst(browser -> customer.equals(browser.customer));
            return person(Stream.concat(Stream.of(mostRecent), all.stream()).distinct().toList(), customer);
        });
    }

    private Person person(List<TrackingUserId> trackingUsers, CustomerId customer) {
        Stream<Deed> own = trackingUsers.stream().flatMap(id -> browsers.get(id).deeds.stream());
        Stream<Deed> ofAccount = Stream.ofNullable(customer).map(accounts::get).filter(Objects::nonNull)
                .flatMap(List::stream);
        return new Person(trackingUsers, Optional.ofNullable(customer),
                Stream.concat(own, ofAccount).sorted(Comparator.comparingLong(Deed::at).reversed()).toList());
    }

    private List<TrackingUserId> latestFirst(Predicate<Browser> filter) {
        return browsers.entrySet().stream().filter(entry -> filter.test(entry.getValue()))
                .sorted(Comparator.comparingLong((Map.Entry<TrackingUserId, Browser> entry) -> entry.getValue().seen)
                        .reversed())
                .map(Map.Entry::getKey).toList();
    }

    private Browser browser(TrackingUserId trackingUser) {
        return browsers.computeIfAbsent(trackingUser, key -> new Browser());
    }
}
