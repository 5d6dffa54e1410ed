package dev.inlay.db.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.SeenClock;
import dev.inlay.db.StoreContract;
import dev.inlay.db.TestStore;
import dev.inlay.db.activity.CountedOrder.Buyer;
import dev.inlay.db.activity.CountedOrders.Arrival;
import dev.inlay.db.activity.OrderStore.Taken;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Identity.Known;
import dev.inlay.db.identity.Identity.Unknown;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PathStep;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens when order feeds and tracking users tell of orders (contract 3.1 and 5.3), on every database. */
abstract class OrderStoreContract extends StoreContract {
    private static final TrackingUserId PHONE = new TrackingUserId("0123456789abcdef00000001");
    private static final TrackingUserId LAPTOP = new TrackingUserId("0123456789abcdef00000002");
    private static final TrackingUserId TABLET = new TrackingUserId("0123456789abcdef00000003");
    private static final String STOVE = "stove";
    private static final String TENT = "tent";
    private static final String LAMP = "lamp";
    private static final Duration HOUR = Duration.ofHours(1);

    private final PersonalData people = new PersonalData(TestStore.SECRET);
    private final CustomerId anna = people.customerId("anna-1");
    private final CustomerId bert = people.customerId("bert-2");
    private final List<EmailKey> annasEmail = email("anna@shop.example");
    private final List<EmailKey> bertsEmail = email("bert@shop.example");

    @Test
    void rowBelongsToItsCustomerWhomNoTrackingUserHas() {
        take(row("1").of(anna).at(annasEmail).lines(STOVE, TENT));

        assertEquals(new Known(List.of(), Optional.of(anna), Optional.empty()), customer(anna));
        assertEquals(List.of(TENT, STOVE), purchases(customer(anna)));
    }

    @Test
    void emailThatNoTrackingUserHasLeadsToTheCustomerOfItsLatestOrder() {
        take(row("1").daysAgo(3).of(bert).at(annasEmail).lines(STOVE),
                row("2").daysAgo(1).of(anna).at(annasEmail).lines(TENT),
                row("3").daysAgo(2).of(bert).at(annasEmail).lines(LAMP));

        assertEquals(Optional.of(anna), ((Known) byEmail(annasEmail)).customer());
        assertEquals(List.of(TENT), purchases(byEmail(annasEmail)));
    }

    @Test
    void rowWithoutCustomerBelongsToItsEmail() {
        take(row("1").at(annasEmail).lines(STOVE));

        assertEquals(new Known(List.of(), Optional.empty(), Optional.of(annasEmail.getFirst())),
                byEmail(annasEmail));
        for (EmailKey digest : annasEmail) {
            assertEquals(List.of(STOVE), purchases(identities().resolveEmail(shop, List.of(digest))));
        }
    }

    @Test
    void ordersOfAnEmailCountBesideWhatItsTrackingUserDoes() {
        identities().associate(shop, PHONE, new Association(Optional.empty(), annasEmail, Source.BROWSER));
        take(row("1").daysAgo(9).at(annasEmail).lines(STOVE));
        report(PHONE, "2", "5", TENT);

        assertEquals(List.of(TENT, STOVE), purchases(byEmail(annasEmail)));
    }

    @Test
    void rowThatNamesNobodyIsCountedAndLeadsToNobody() {
        take(row("1").lines(STOVE));

        CountedOrder order = order("1");
        assertEquals(List.of(new Buyer(Owner.nobody("1"), Optional.empty())), order.buyers());
        assertEquals(List.of(ProductReference.ofNumber(STOVE)),
                order.lines().stream().map(OrderLine::product).toList());
        assertEquals(new Unknown(), identities().resolve(shop, Owner.nobody("1")));
    }

    @Test
    void rowIsTheReportThatCountsWhoeverToldOfTheOrderBefore() {
        report(LAPTOP, "1", "99", LAMP);
        assertEquals(Owner.of(LAPTOP), order("1").buyers().getFirst().owner());

        assertEquals(new Taken(1, 0, 0), take(row("1").of(anna).total("12.50").lines(STOVE)));

        assertThat(order("1").revenue()).isEqualByComparingTo("12.50");
        assertEquals(List.of(new Buyer(Owner.of(anna), Optional.empty())), order("1").buyers());
        assertEquals(List.of(STOVE), countedLines());
    }

    @Test
    void rowIsTheReportThatCountsWhoeverTellsOfTheOrderLater() {
        take(row("1").of(anna).total("12.50").lines(STOVE));

        report(LAPTOP, "1", "99", LAMP);
        report(Owner.of(anna), "1", "98", LAMP);
        report(Owner.of(bert), "1", "97", LAMP);

        assertThat(order("1").revenue()).isEqualByComparingTo("12.50");
        assertEquals(List.of(STOVE), countedLines());
        assertEquals(List.of(STOVE), purchases(customer(anna)));
    }

    @Test
    void rowReplacesWhatTheShopItselfReportedOfItsCustomer() {
        report(LAPTOP, "1", "99", LAMP);
        report(Owner.of(anna), "1", "98", LAMP);

        take(row("1").of(anna).total("12.50").lines(STOVE));

        assertEquals(List.of(STOVE), purchases(customer(anna)));
        assertEquals(List.of(STOVE), countedLines());
    }

    @Test
    void knownOrderByTotalAssociatesWhoReportedItBefore() {
        report(PHONE, "1", "12.5", LAMP);

        take(row("1").of(anna).at(annasEmail).total("12.5000").lines(STOVE));

        assertPhoneTookOver();
    }

    @Test
    void knownOrderByTotalAssociatesWhoReportsItLater() {
        take(row("1").of(anna).at(annasEmail).total("12.5000").lines(STOVE));

        report(PHONE, "1", "12.5", LAMP);

        assertPhoneTookOver();
    }

    @Test
    void knownOrderByProductsAssociatesWhoReportedItBefore() {
        report(PHONE, "1", "14.90", TENT, STOVE);

        take(row("1").of(anna).total("12.50").lines(STOVE, TENT));

        assertEquals(List.of(PHONE), trackingUsers(customer(anna)));
        assertEquals(List.of(TENT, STOVE), purchases(customer(anna)));
    }

    @Test
    void knownOrderByProductsAssociatesWhoReportsItLater() {
        take(row("1").of(anna).total("12.50").lines(STOVE, TENT));

        report(PHONE, "1", "14.90", TENT, STOVE);

        assertEquals(List.of(PHONE), trackingUsers(customer(anna)));
        assertEquals(List.of(TENT, STOVE), purchases(customer(anna)));
    }

    @Test
    void productsAreTheSameByUrlsWhereOneSideHasNoNumbers() {
        ProductReference number = new ProductReference(Optional.of(TENT), Optional.of("https://shop.example/tent"));
        take(row("1").of(anna).products(number));

        report(Owner.of(PHONE), "1", Optional.empty(), ProductReference.ofUrl("https://shop.example/tent"));
        report(Owner.of(LAPTOP), "1", Optional.empty(), ProductReference.ofUrl("https://shop.example/stove"));

        assertEquals(List.of(PHONE), trackingUsers(customer(anna)));
    }

    @Test
    void productsAreTheSameThatTheCatalogueKnowsByOneNumber() {
        ProductNames catalogue = (websiteId, product) -> product.productNumber().or(() -> product.url()
                .filter(url -> websiteId == shop && url.startsWith("https://shop.example/tent")).map(url -> TENT));
        new OrderStore(database(), identities(), catalogue, OrderStore.Forgotten.NOTHING)
                .take(shop, List.of(row("1").of(anna).lines(TENT).get()));
        ActivityStore activities = new ActivityStore(database(), identities(), catalogue);

        activities.recordConversion(shop, Owner.of(PHONE), conversion("1", Optional.empty(),
                linesOf(ProductReference.ofUrl("https://shop.example/tent?from=mail"))), Association.NONE);
        activities.recordConversion(shop, Owner.of(LAPTOP), conversion("1", Optional.empty(),
                linesOf(ProductReference.ofUrl("https://shop.example/stove"))), Association.NONE);

        assertEquals(List.of(PHONE), trackingUsers(customer(anna)));
    }

    @Test
    void ordersThatNameNoProductAndNoTotalAreNotTheSame() {
        take(row("1").of(anna), row("2").of(anna).products(ProductReference.NONE));

        report(Owner.of(PHONE), "1", Optional.empty());
        report(Owner.of(PHONE), "2", Optional.empty(), ProductReference.NONE);

        assertEquals(List.of(), trackingUsers(customer(anna)));
    }

    @Test
    void whoGuessesAnOrderNumberGetsNothingAndTakesNothingAway() {
        report(LAPTOP, "1", "99", LAMP);
        report(LAPTOP, "2", "99", LAMP);
        take(row("1").of(anna).at(annasEmail).total("12.50").lines(STOVE, LAMP), row("2").total("12.50").lines(STOVE),
                row("3").of(anna).total("12.50").lines(STOVE, LAMP));
        report(LAPTOP, "3", "99", LAMP);

        assertEquals(List.of(), trackingUsers(customer(anna)));
        assertEquals(Optional.of(anna), ((Known) byEmail(annasEmail)).customer());
        assertEquals(List.of(LAMP, LAMP, LAMP), purchases(trackingUser(LAPTOP)));
        assertEquals(List.of(Owner.of(anna)), order("1").buyers().stream().map(Buyer::owner).toList());
        assertEquals(List.of(Owner.of(anna)), order("3").buyers().stream().map(Buyer::owner).toList());
    }

    @Test
    void reportIsOfTheOrderWithinFortyEightHoursOnly() {
        report(PHONE, "1", "12.50", STOVE);
        report(LAPTOP, "2", "12.50", STOVE);
        store.time().advance(Duration.ofDays(10));
        Instant now = store.time().instant();

        take(row("1").at(now.minus(Duration.ofDays(8))).of(anna).total("12.50").lines(STOVE),
                row("2").at(now.minus(Duration.ofDays(8)).plusMillis(1)).of(bert).total("12.50").lines(STOVE),
                row("3").daysAgo(2).of(anna).total("12.50").lines(STOVE),
                row("4").at(now.minus(Duration.ofDays(2)).minusMillis(1)).of(bert).total("12.50").lines(STOVE));
        report(PHONE, "3", "12.50", STOVE);
        report(LAPTOP, "4", "12.50", STOVE);

        assertEquals(List.of(PHONE), trackingUsers(customer(anna)));
        assertEquals(List.of(), trackingUsers(customer(bert)));
    }

    @Test
    void trackingUserOfARowThatNamesNobodyTakesItsLinesOver() {
        report(PHONE, "1", "12.50", LAMP);

        take(row("1").total("12.50").lines(STOVE, TENT));

        assertEquals(List.of(TENT, STOVE), purchases(trackingUser(PHONE)));
        assertEquals(List.of(Owner.nobody("1"), Owner.of(PHONE)),
                order("1").buyers().stream().map(Buyer::owner).toList());
    }

    @Test
    void bothWhoReportAnOrderAreItsBuyers() {
        report(PHONE, "1", "12.50", STOVE);
        report(LAPTOP, "1", "12.50", STOVE);
        assertEquals(List.of(Owner.of(PHONE), Owner.of(LAPTOP)),
                order("1").buyers().stream().map(Buyer::owner).toList());

        take(row("1").of(anna).at(annasEmail).total("12.50").lines(STOVE));

        assertThat(order("1").buyers()).containsExactlyInAnyOrder(
                new Buyer(Owner.of(anna), Optional.of(annasEmail.getFirst())),
                new Buyer(Owner.of(PHONE), Optional.empty()), new Buyer(Owner.of(LAPTOP), Optional.empty()));
        assertThat(trackingUsers(customer(anna))).containsExactlyInAnyOrder(PHONE, LAPTOP);
        assertEquals(List.of(STOVE), purchases(customer(anna)));
    }

    @Test
    void rowTakenAgainChangesNothing() {
        report(PHONE, "1", "12.50", STOVE);
        FeedOrder[] rows = {row("1").of(anna).at(annasEmail).total("12.5").lines(STOVE, TENT).get(),
                row("2").at(bertsEmail).total("1").lines(STOVE).get(), row("3").lines(STOVE).get()};
        assertEquals(new Taken(3, 0, 0), orders().take(shop, List.of(rows)));
        long revision = revision();
        List<Arrival> arrivals = arrivals();
        List<TimelineEntry> timeline = activities().latest(shop, Position.NEWEST, 100);
        store.time().advance(HOUR);
        store.restart();

        assertEquals(new Taken(0, 0, 3), orders().take(shop, List.of(rows)));

        assertEquals(revision, revision());
        assertEquals(arrivals, arrivals());
        assertEquals(timeline, activities().latest(shop, Position.NEWEST, 100));
    }

    @Test
    void rowThatTellsLessThanBeforeChangesNothing() {
        ProductReference tent = new ProductReference(Optional.of(TENT), Optional.of("https://shop.example/tent"));
        FeedOrder whole = new FeedOrder("1", store.time().instant(), Optional.of(new BigDecimal("30")),
                Optional.of(anna), annasEmail, List.of(line(STOVE, "2", "20"),
                        new OrderLine(tent, Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN))));
        take(whole);

        assertEquals(new Taken(0, 0, 2), take(
                new FeedOrder("1", whole.date(), Optional.of(new BigDecimal("30.00")), Optional.empty(), annasEmail,
                        List.of(line(STOVE), line(TENT)))).plus(take(
                new FeedOrder("1", whole.date(), Optional.empty(), Optional.of(anna), List.of(), List.of()))));

        assertThat(order("1").lines()).usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(whole.lines());
    }

    @Test
    void rowThatTellsMoreThanBeforeCompletesIt() {
        take(row("1").at(annasEmail).lines(STOVE, TENT));

        assertEquals(new Taken(0, 1, 0), take(new FeedOrder("1", store.time().instant(), Optional.empty(),
                Optional.of(anna), annasEmail, List.of(line(TENT, "1", "5"), line(STOVE)))));

        assertEquals(List.of(STOVE, TENT), purchases(customer(anna)));
        assertThat(order("1").revenue()).isEqualByComparingTo("5");
    }

    @Test
    void correctedRowReplacesTheWholeReport() {
        take(row("1").daysAgo(3).of(anna).total("12.50").lines(STOVE, TENT));
        long revision = revision();

        assertEquals(new Taken(0, 1, 0), take(row("1").daysAgo(1).of(anna).total("8").lines(STOVE)));

        assertThat(order("1").revenue()).isEqualByComparingTo("8");
        assertEquals(store.time().instant().minus(Duration.ofDays(1)), order("1").at());
        assertEquals(List.of(STOVE), purchases(customer(anna)));
        assertThat(revision()).isGreaterThan(revision);
    }

    @Test
    void lineThatIsNoLongerAsManyLosesItsOldSum() {
        take(new FeedOrder("1", store.time().instant(), Optional.empty(), Optional.of(anna), List.of(),
                List.of(line(STOVE, "2", "20"))));

        take(new FeedOrder("1", store.time().instant(), Optional.empty(), Optional.of(anna), List.of(),
                List.of(new OrderLine(ProductReference.ofNumber(STOVE), Optional.of(BigDecimal.ONE),
                        Optional.empty()))));

        assertEquals(Optional.empty(), order("1").lines().getFirst().lineTotal());
    }

    @Test
    void correctedOwnerMovesTheOrder() {
        take(row("1").of(anna).at(annasEmail).lines(STOVE), row("2").at(annasEmail).lines(TENT));

        take(row("1").of(bert).at(bertsEmail).lines(STOVE), row("2").at(bertsEmail).lines(TENT));

        assertEquals(new Unknown(), customer(anna));
        assertEquals(new Unknown(), byEmail(annasEmail));
        assertEquals(List.of(STOVE), purchases(customer(bert)));
        assertEquals(2, purchases(byEmail(bertsEmail)).size());
        assertEquals(Owner.of(bert), order("1").buyers().getFirst().owner());
        assertEquals(2, countedLines().size());
    }

    @Test
    void rowThatNamesAnotherEmailAndNoCustomerIsNoLongerTheCustomers() {
        take(row("1").of(anna).at(annasEmail).lines(STOVE));

        take(row("1").at(bertsEmail).lines(STOVE));

        assertEquals(new Unknown(), customer(anna));
        assertEquals(List.of(STOVE), purchases(byEmail(bertsEmail)));
    }

    @Test
    void knownTrackingUserFollowsACorrectedRow() {
        report(PHONE, "1", "12.50", STOVE);
        take(row("1").of(anna).total("12.50").lines(STOVE));

        take(row("1").of(bert).total("99").lines(TENT, LAMP));

        assertEquals(List.of(), trackingUsers(customer(anna)));
        assertEquals(List.of(PHONE), trackingUsers(customer(bert)));
        assertEquals(List.of(LAMP, TENT), purchases(trackingUser(PHONE)));
    }

    @Test
    void rowOverrulesWhatTheTrackingUserBelongedToWhenItOrdered() {
        associate(PHONE, bert);
        store.time().advance(HOUR);
        activities().recordConversion(shop, Owner.of(PHONE), conversion("1", Optional.of("12.50"), List.of()),
                new Association(Optional.of(bert), bertsEmail, Source.BROWSER));

        take(row("1").at(store.time().instant().minus(HOUR.multipliedBy(2))).of(anna).at(annasEmail).total("12.50"));

        assertEquals(List.of(PHONE), trackingUsers(customer(anna)));
        assertEquals(List.of(PHONE), trackingUsers(byEmail(annasEmail)));
        assertEquals(new Unknown(), customer(bert));
        assertEquals(Source.ORDER_FEED, path(PHONE).getFirst().source());
    }

    @Test
    void rowOverrulesNothingThatTheTrackingUserCameToBelongToAfterItsOrder() {
        report(PHONE, "1", "12.50");
        store.time().advance(HOUR);
        associate(PHONE, bert);

        take(row("1").at(store.time().instant().minus(HOUR)).of(anna).at(annasEmail).total("12.50"));

        assertEquals(List.of(PHONE), trackingUsers(customer(bert)));
        assertEquals(List.of(), trackingUsers(customer(anna)));
        Known known = (Known) byEmail(annasEmail);
        assertEquals(Optional.of(bert), known.customer());
        assertThat(path(PHONE)).extracting(step -> step.customer().orElse(null)).containsExactly(bert, null);
        assertThat(path(PHONE)).extracting(step -> step.email().isPresent()).containsExactly(true, true);
    }

    @Test
    void whatAClickClaimedEndsWithTheRowOfAnOrderWhicheverCameFirst() {
        associate(TABLET, bert);
        identities().associate(shop, TABLET, new Association(Optional.empty(), bertsEmail, Source.BROWSER));
        click(PHONE, bertsEmail);
        report(PHONE, "1", "12.50");
        report(LAPTOP, "2", "7");
        click(LAPTOP, bertsEmail);

        take(row("1").of(anna).total("12.50"), row("2").of(anna).total("7"));

        assertThat(trackingUsers(customer(anna))).containsExactlyInAnyOrder(PHONE, LAPTOP);
        assertEquals(List.of(TABLET), trackingUsers(customer(bert)));
        assertEquals(List.of(TABLET), trackingUsers(byEmail(bertsEmail)));
        assertThat(path(PHONE)).extracting(PathStep::source).containsExactly(Source.ORDER_FEED, Source.CLICK);
        assertThat(path(LAPTOP)).extracting(PathStep::source).containsExactly(Source.ORDER_FEED);
    }

    @Test
    void whatARowSaysAfterAClickOutlastsWhatIsSaidNext() {
        report(PHONE, "1", "12.50");
        click(PHONE, bertsEmail);
        take(row("1").of(anna).total("12.50"));

        identities().associate(shop, PHONE, new Association(Optional.empty(), annasEmail, Source.BROWSER));

        assertEquals(Optional.of(anna), ((Known) byEmail(annasEmail)).customer());
    }

    @Test
    void latestOrderDecidesWhoeverIsTakenFirst() {
        report(PHONE, "1", "1");
        store.time().advance(HOUR);
        report(PHONE, "2", "2");

        take(row("2").of(bert).total("2"));
        take(row("1").at(store.time().instant().minus(HOUR)).of(anna).total("1"));

        assertEquals(List.of(PHONE), trackingUsers(customer(bert)));
        assertEquals(List.of(), trackingUsers(customer(anna)));
    }

    @Test
    void oldOrderMakesNobodyMoreRecent() {
        report(PHONE, "1", "1");
        store.time().advance(HOUR);
        associate(LAPTOP, anna);
        store.time().advance(HOUR);

        take(row("1").at(store.time().instant().minus(HOUR.multipliedBy(2))).of(anna).total("1"));

        assertEquals(List.of(LAPTOP, PHONE), trackingUsers(customer(anna)));
    }

    @Test
    void purchaseHasItsOwnTimeAndArrivesNow() {
        activities().recordView(shop, Owner.of(PHONE), ProductReference.ofNumber(LAMP));
        long before = SeenClock.of(store.time().millis());
        Instant old = store.time().instant().minus(Duration.ofDays(300));

        take(row("1").at(old).of(anna).lines(STOVE), row("2").at(Instant.MAX).of(anna).lines(TENT),
                row("3").at(Instant.MIN).of(anna).lines(LAMP));

        List<Event> purchases = activities().historyOf(shop, customer(anna)).purchases();
        assertEquals(List.of(store.time().instant(), old, Instant.EPOCH),
                purchases.stream().map(Event::time).toList());
        assertEquals(SeenClock.of(old.toEpochMilli()), purchases.get(1).seen());
        assertThat(arrivals()).hasSize(3).allMatch(arrival -> arrival.arrived() >= before);
    }

    @Test
    void laterArrivalsComeLaterAlsoAfterARestartWithAnEarlierClock() {
        take(row("1").daysAgo(3).of(anna).lines(STOVE));
        store.time().advance(HOUR.negated());
        store.restart();

        take(row("2").daysAgo(3).of(anna).lines(STOVE));

        assertEquals(List.of("1", "2"), arrivals().stream().map(Arrival::orderNumber).toList());
        store.time().advance(HOUR);
    }

    @Test
    void unmatchedProductsAreKept() {
        ProductReference unknown = ProductReference.ofUrl("https://shop.example/not-in-the-catalogue");

        take(row("1").of(anna).products(ProductReference.ofNumber("no-such-product"), unknown));

        assertEquals(List.of(unknown, ProductReference.ofNumber("no-such-product")), activities()
                .historyOf(shop, customer(anna)).purchases().stream().map(Event::product).toList());
    }

    @Test
    void lastOfSeveralRowsWithOneNumberCounts() {
        assertEquals(new Taken(1, 0, 0), take(row("1").of(anna).lines(STOVE), row("1").of(bert).lines(TENT)));

        assertEquals(new Unknown(), customer(anna));
        assertEquals(List.of(TENT), purchases(customer(bert)));
    }

    @Test
    void manyRowsAreTaken() {
        List<FeedOrder> rows = IntStream.range(0, 333)
                .mapToObj(number -> row("" + number).daysAgo(number).of(anna).total("1").lines(STOVE).get()).toList();

        assertEquals(new Taken(333, 0, 0), orders().take(shop, rows));
        assertEquals(new Taken(0, 0, 333), orders().take(shop, rows));
        assertEquals(Taken.NOTHING, orders().take(shop, List.of()));

        assertEquals(333, purchases(customer(anna)).size());
    }

    @Test
    void rowsOfForgottenPeopleArePassedOver() {
        OrderStore orders = new OrderStore(database(), identities(), ProductNames.AS_TOLD,
                (handle, websiteId, order) -> websiteId == shop && order.customer().equals(Optional.of(anna)));

        assertEquals(new Taken(1, 0, 1), orders.take(shop,
                List.of(row("1").of(anna).lines(STOVE).get(), row("2").of(bert).lines(STOVE).get())));

        assertEquals(new Unknown(), customer(anna));
        assertEquals(List.of(STOVE), purchases(customer(bert)));
    }

    @Test
    void orderNumbersOfWebsitesAreApart() {
        take(row("1").of(anna).total("1").lines(STOVE));
        shop = newWebsite();

        report(PHONE, "1", "1", STOVE);

        assertEquals(new Unknown(), customer(anna));
        assertEquals(List.of(STOVE), countedLines());
    }

    private void assertPhoneTookOver() {
        assertEquals(List.of(PHONE), trackingUsers(customer(anna)));
        assertEquals(List.of(PHONE), trackingUsers(byEmail(annasEmail)));
        assertEquals(List.of(STOVE), purchases(customer(anna)));
        assertEquals(List.of(STOVE), countedLines());
        assertThat(path(PHONE)).extracting(PathStep::source).containsExactly(Source.ORDER_FEED);
    }

    private Row row(String orderNumber) {
        return new Row(orderNumber, store.time().instant(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /** A feed's row in the making. */
    private record Row(String orderNumber, Instant date, Optional<String> total, Optional<CustomerId> customer,
            List<EmailKey> email, List<OrderLine> lines) {
        Row at(Instant date) {
            return new Row(orderNumber, date, total, customer, email, lines);
        }

        Row daysAgo(int days) {
            return at(date.minus(Duration.ofDays(days)));
        }

        Row of(CustomerId customer) {
            return new Row(orderNumber, date, total, Optional.of(customer), email, lines);
        }

        Row at(List<EmailKey> email) {
            return new Row(orderNumber, date, total, customer, email, lines);
        }

        Row total(String total) {
            return new Row(orderNumber, date, Optional.of(total), customer, email, lines);
        }

        Row lines(String... productNumbers) {
            return products(List.of(productNumbers).stream().map(ProductReference::ofNumber)
                    .toArray(ProductReference[]::new));
        }

        Row products(ProductReference... products) {
            return new Row(orderNumber, date, total, customer, email, linesOf(products));
        }

        FeedOrder get() {
            return new FeedOrder(orderNumber, date, total.map(BigDecimal::new), customer, email, lines);
        }
    }

    private Taken take(Row... rows) {
        return orders().take(shop, List.of(rows).stream().map(Row::get).toList());
    }

    private Taken take(FeedOrder order) {
        return orders().take(shop, List.of(order));
    }

    private void report(TrackingUserId trackingUser, String orderNumber, String total, String... productNumbers) {
        report(Owner.of(trackingUser), orderNumber, total, productNumbers);
    }

    private void report(Owner owner, String orderNumber, String total, String... productNumbers) {
        report(owner, orderNumber, Optional.of(total), List.of(productNumbers).stream()
                .map(ProductReference::ofNumber).toArray(ProductReference[]::new));
    }

    private void report(Owner owner, String orderNumber, Optional<String> total, ProductReference... products) {
        activities().recordConversion(shop, owner, conversion(orderNumber, total, linesOf(products)),
                Association.NONE);
    }

    private static Conversion conversion(String orderNumber, Optional<String> total, List<OrderLine> lines) {
        return new Conversion(orderNumber, total.map(BigDecimal::new), lines);
    }

    private static List<OrderLine> linesOf(ProductReference... products) {
        return List.of(products).stream()
                .map(product -> new OrderLine(product, Optional.empty(), Optional.empty())).toList();
    }

    private static OrderLine line(String productNumber) {
        return new OrderLine(ProductReference.ofNumber(productNumber), Optional.empty(), Optional.empty());
    }

    private static OrderLine line(String productNumber, String quantity, String lineTotal) {
        return new OrderLine(ProductReference.ofNumber(productNumber), Optional.of(new BigDecimal(quantity)),
                Optional.of(new BigDecimal(lineTotal)));
    }

    private void associate(TrackingUserId trackingUser, CustomerId customer) {
        identities().associate(shop, trackingUser, new Association(Optional.of(customer), List.of(), Source.BROWSER));
    }

    private void click(TrackingUserId trackingUser, List<EmailKey> email) {
        identities().reidentify(shop, trackingUser, new Association(Optional.empty(), email, Source.CLICK));
    }

    private Identity customer(CustomerId customer) {
        return identities().resolveCustomer(shop, List.of(customer));
    }

    private Identity byEmail(List<EmailKey> email) {
        return identities().resolveEmail(shop, email.subList(0, 1));
    }

    private Identity trackingUser(TrackingUserId trackingUser) {
        return identities().resolveTrackingUser(shop, trackingUser);
    }

    private static List<TrackingUserId> trackingUsers(Identity identity) {
        return switch (identity) {
            case Known known -> known.trackingUsers();
            case Unknown() -> List.of();
        };
    }

    private List<PathStep> path(TrackingUserId trackingUser) {
        return identities().path(shop, trackingUser, 10);
    }

    /** Numbers of what was bought, newest first. */
    private List<String> purchases(Identity identity) {
        return activities().historyOf(shop, identity).purchases().stream()
                .map(event -> event.product().productNumber().orElseThrow()).toList();
    }

    /** Numbers of what indexes are told to have been bought. */
    private List<String> countedLines() {
        return activities().eventsAfter(shop, 0, 0, 100).stream()
                .map(event -> event.product().productNumber().orElseThrow()).toList();
    }

    private CountedOrder order(String orderNumber) {
        return new CountedOrders(database()).find(shop, orderNumber).orElseThrow();
    }

    private List<Arrival> arrivals() {
        return new CountedOrders(database()).arrivals(shop, new Arrival(0, ""), Long.MAX_VALUE, 100);
    }

    private long revision() {
        return database().read(handle -> handle.createQuery(
                "SELECT number FROM revision WHERE website_id = :shop AND topic = 'history'").bind("shop", shop)
                .mapTo(Long.class).findOne().orElse(0L));
    }

    private List<EmailKey> email(String address) {
        return people.emailKeys(EmailAddress.parse(address).orElseThrow());
    }

    private OrderStore orders() {
        return new OrderStore(database(), identities());
    }

    private ActivityStore activities() {
        return new ActivityStore(database(), identities());
    }

    private IdentityStore identities() {
        return new IdentityStore(database());
    }
}
