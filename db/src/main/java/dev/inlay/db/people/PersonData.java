package dev.inlay.db.people;

import dev.inlay.db.activity.Cart;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.Position;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.activity.TimelineEntry;
import dev.inlay.db.campaign.LockHistory.Shown;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PathStep;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.people.PersonDao.ClickRow;
import dev.inlay.db.people.PersonDao.LineRow;
import dev.inlay.db.people.PersonDao.OrderRow;
import dev.inlay.db.people.PersonDao.TrackingUserRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Everything of one person, told piece by piece: however much that is, little of it is in memory at a time. */
public final class PersonData {
    private static final int PAGE = 500;

    private final PersonExport.Stores stores;
    private final int websiteId;
    private final Person person;
    private final List<byte[]> recipients;

    /** A tracking user with whom it belongs to now, and its way there, the latest change first. */
    public record TrackingUser(TrackingUserId id, Optional<CustomerId> customer, boolean hasEmail,
            List<PathStep> path) { }

    /** An order as it was reported; {@code counted} is false where another report of the same order counts. */
    public record Order(String orderNumber, Optional<BigDecimal> total, Instant at, boolean counted,
            List<OrderLine> lines) { }

    /** A click in a mail; {@code slot} is 0 if its path named none. */
    public record MailClick(String campaignId, Instant at, int slot, Optional<String> productNumber) { }

    PersonData(PersonExport.Stores stores, int websiteId, Person person, List<byte[]> recipients) {
        this.stores = stores;
        this.websiteId = websiteId;
        this.person = person;
        this.recipients = recipients;
    }

    public void trackingUsers(Consumer<TrackingUser> consumer) {
        person.trackingUsers().stream().filter(this::isKnown).map(this::trackingUser).forEach(consumer);
    }

    /** What the person did, the newest of each tracking user first, products that no catalogue holds included. */
    public void activity(Consumer<TimelineEntry> consumer) {
        person.owners().forEach(owner -> activity(owner, consumer));
        ordersMailed(order -> lines(order).forEach(line -> consumer.accept(purchase(order, line))));
    }

    public void orders(Consumer<Order> consumer) {
        person.owners().forEach(owner -> orders(owner, consumer));
        ordersMailed(order -> consumer.accept(order(order)));
    }

    public void carts(Consumer<Cart> consumer) {
        person.owners().forEach(owner ->
                stores.activities().historyOf(websiteId, alone(owner)).cart().ifPresent(consumer));
    }

    /** What mails to the person locked for them, the oldest first. */
    public void assignments(Consumer<Shown> consumer) {
        recipients.forEach(recipient ->
                pages(offset -> stores.locks().all(websiteId, recipient, PAGE, offset), consumer));
    }

    public void clicks(Consumer<MailClick> consumer) {
        recipients.forEach(recipient -> pages(offset -> clicks(recipient, offset), consumer));
    }

    /** All that was said of the person's consent: what holds now first. */
    public List<Consent> consents() {
        Named named = person.subject().named();
        return stores.consents().log(websiteId, named, stores.identities().resolve(websiteId, named));
    }

    private List<MailClick> clicks(byte[] recipient, int offset) {
        return ask(dao -> dao.findClicks(websiteId, recipient, PAGE, offset)).stream().map(PersonData::click).toList();
    }

    private boolean isKnown(TrackingUserId id) {
        Owner owner = Owner.of(id);
        return ask(dao -> dao.findTrackingUser(websiteId, id.value()).isPresent()
                || dao.hasActivity(websiteId, owner.kind().letter(), owner.id()));
    }

    private TrackingUser trackingUser(TrackingUserId id) {
        Optional<TrackingUserRow> row = ask(dao -> dao.findTrackingUser(websiteId, id.value()));
        return new TrackingUser(id, row.map(TrackingUserRow::customer).map(CustomerId::fromStored),
                row.map(TrackingUserRow::email).isPresent(),
                stores.identities().path(websiteId, id, Integer.MAX_VALUE));
    }

    private void activity(Owner owner, Consumer<TimelineEntry> consumer) {
        Position before = Position.NEWEST;
        List<TimelineEntry> page;
        do {
            page = stores.activities().timeline(websiteId, alone(owner), before, PAGE);
            page.forEach(consumer);
            before = page.isEmpty() ? before : page.getLast().position();
        } while (page.size() == PAGE);
    }

    private void orders(Owner owner, Consumer<Order> consumer) {
        String after = "";
        List<OrderRow> page;
        do {
            String last = after;
            page = ask(dao -> dao.findOrders(websiteId, owner.kind().letter(), owner.id(), last, PAGE));
            page.stream().map(this::order).forEach(consumer);
            after = page.isEmpty() ? after : page.getLast().orderNumber();
        } while (page.size() == PAGE);
    }

    /** Orders of customers that were mailed to the person's address. */
    private void ordersMailed(Consumer<OrderRow> consumer) {
        person.emails().forEach(email -> ordersMailed(email, consumer));
    }

    /** Orders of one time stay together, so that none is told twice or passed over where a page ends among them. */
    private void ordersMailed(EmailKey email, Consumer<OrderRow> consumer) {
        long after = Long.MIN_VALUE;
        for (List<Long> times = timesMailed(email, after); !times.isEmpty(); times = timesMailed(email, after)) {
            long last = after;
            long until = times.getLast();
            ask(dao -> dao.findOrdersMailedTo(websiteId, email.bytes(), last, until)).forEach(consumer);
            after = until;
        }
    }

    private List<Long> timesMailed(EmailKey email, long after) {
        return ask(dao -> dao.findTimesMailedTo(websiteId, email.bytes(), after, PAGE));
    }

    private static <T> void pages(IntFunction<List<T>> reader, Consumer<T> consumer) {
        List<T> page;
        int offset = 0;
        do {
            page = reader.apply(offset);
            page.forEach(consumer);
            offset += PAGE;
        } while (page.size() == PAGE);
    }

    private Order order(OrderRow row) {
        return new Order(row.orderNumber(), Optional.ofNullable(row.total()), Instant.ofEpochMilli(row.atMs()),
                row.counted(), lines(row).map(line -> new OrderLine(product(line),
                        Optional.ofNullable(line.quantity()), Optional.ofNullable(line.lineTotal()))).toList());
    }

    private Stream<LineRow> lines(OrderRow order) {
        return ask(dao -> dao.findLines(websiteId, order.ownerKind(), order.ownerId(), order.orderNumber())).stream();
    }

    private static TimelineEntry purchase(OrderRow order, LineRow line) {
        Owner owner = new Owner(Owner.Kind.of(order.ownerKind()), order.ownerId());
        Event event = new Event(owner, EventType.PURCHASE, product(line), order.seen(), 0,
                Instant.ofEpochMilli(order.atMs()));
        return new TimelineEntry(event, Optional.of(order.orderNumber()), order.counted());
    }

    private static ProductReference product(LineRow line) {
        return new ProductReference(Optional.ofNullable(line.productNumber()), Optional.ofNullable(line.url()));
    }

    private static MailClick click(ClickRow row) {
        return new MailClick(row.campaignId(), Instant.ofEpochMilli(row.atMs()), row.slot(),
                Optional.ofNullable(row.productNumber()));
    }

    /** {@code owner} without whom it belongs to. */
    private static Identity.Known alone(Owner owner) {
        return switch (owner.kind()) {
            case TRACKING_USER -> new Identity.Known(List.of(new TrackingUserId(owner.id())), Optional.empty(),
                    Optional.empty());
            case CUSTOMER -> new Identity.Known(List.of(), Optional.of(owner.customer()), Optional.empty());
            case EMAIL -> new Identity.Known(List.of(), Optional.empty(), Optional.of(owner.email()));
            case NOBODY -> throw new IllegalArgumentException("an order without buyer is nobody's");
        };
    }

    private <T> T ask(Function<PersonDao, T> question) {
        return stores.database().read(handle -> question.apply(handle.attach(PersonDao.class)));
    }
}
