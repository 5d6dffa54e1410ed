package dev.inlay.db.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.SeenClock;
import dev.inlay.db.StoreContract;
import dev.inlay.db.TestStore;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.CountedOrder;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.activity.CountedOrders.Arrival;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.identity.Aliases;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.statistics.AttributedOrder.Reason;
import dev.inlay.db.statistics.AttributionStore.Clicked;
import dev.inlay.db.statistics.CampaignCounts.DayOrders;
import dev.inlay.db.statistics.CampaignCounts.ProductOrders;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What attribution needs of a store, on every database. */
abstract class AttributionStoreContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CAMPAIGN = "campaignaaaaaaaa";
    private static final String ANNA = "a".repeat(32);
    private static final PersonalData PERSONAL_DATA = new PersonalData(TestStore.SECRET);
    private static final List<EmailKey> ADDRESS =
            PERSONAL_DATA.emailKeys(EmailAddress.parse("anna@example.com").orElseThrow());
    private static final CustomerId CUSTOMER = PERSONAL_DATA.customerId("anna");

    private final TrackingUserId phone = TrackingUserId.random();

    @Test
    void lastClickIsThatOfAPersonWithinTheTimes() {
        new StatisticsStore(database()).write(new StatisticsBatch(shop, ANNA, 1, List.of(), List.of(), List.of(
                click(NOON, "first", RequestClass.PERSON), click(NOON.plusSeconds(10), "second", RequestClass.PERSON),
                click(NOON.plusSeconds(20), "third", RequestClass.SUSPECT)), List.of()));
        byte[] anna = HexFormat.of().parseHex(ANNA);

        assertEquals(Optional.of(new Clicked("second", NOON.plusSeconds(10), Arm.PERSONALIZED)),
                attributions().lastClick(shop, anna, NOON, NOON.plusSeconds(60)));
        assertEquals(Optional.of(new Clicked("first", NOON, Arm.PERSONALIZED)),
                attributions().lastClick(shop, anna, NOON, NOON));
        assertEquals(Optional.empty(),
                attributions().lastClick(shop, anna, NOON.plusMillis(10_001), NOON.plusSeconds(60)));
        assertEquals(Optional.empty(), attributions().lastClick(shop, new byte[16], NOON, NOON.plusSeconds(60)));
    }

    @Test
    void orderIsReplacedByWhatIsStoredOfItLater() {
        attributions().put(shop, order("1", Reason.SHOWN, "10", Map.of("stove", BigDecimal.TEN)));
        AttributedOrder later = order("1", Reason.CLICK, "12.5", Map.of("tent", BigDecimal.ONE));
        attributions().put(shop, later);
        attributions().put(shop, order("2", Reason.CLICK, "1", Map.of("tent", BigDecimal.TWO)));

        assertEquals(Optional.of(later), attributions().find(shop, "1"));
        CampaignCounts counts = new StatisticsStore(database()).read(new CampaignDays(shop, CAMPAIGN,
                LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 20)));
        assertThat(counts.orderDays()).usingRecursiveFieldByFieldElementComparator()
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(new DayOrders(20_777, Reason.CLICK, 2, new BigDecimal("13.5000")));
        assertThat(counts.orderProducts())
                .containsExactly(new ProductOrders("tent", Reason.CLICK, 2, new BigDecimal("3.0000")));
    }

    @Test
    void progressNeverGoesBack() {
        assertEquals(Optional.empty(), attributions().progress(shop));

        attributions().advance(shop, 20);
        attributions().advance(shop, 10);

        assertEquals(Optional.of(20L), attributions().progress(shop));
    }

    @Test
    void ordersAreToldInTheirOrderOfArrivalAndOnce() {
        long begin = SeenClock.of(store.time().millis());
        buy(Owner.of(phone), "B", "10");
        buy(Owner.of(TrackingUserId.random()), "A", "11");
        buy(Owner.of(TrackingUserId.random()), "A", "12");
        store.time().advance(Duration.ofMinutes(1));
        buy(Owner.of(phone), "late", "13");
        long until = SeenClock.of(store.time().millis());

        List<Arrival> arrivals = orders().arrivals(shop, new Arrival(begin, ""), until, 10);
        List<Arrival> rest = orders().arrivals(shop, arrivals.get(1), until, 10);

        assertThat(arrivals).extracting(Arrival::orderNumber).containsExactly("B", "A", "A");
        assertThat(rest).isEqualTo(arrivals.subList(2, 3));
        CountedOrder counted = orders().find(shop, "A").orElseThrow();
        assertThat(counted.revenue()).isEqualByComparingTo("11");
        assertThat(counted.lines()).extracting(OrderLine::product)
                .containsExactly(ProductReference.ofNumber("stove"));
        assertThat(counted.buyers()).hasSize(2).doesNotHaveDuplicates();
        assertEquals(Optional.empty(), orders().find(shop, "C"));
    }

    @Test
    void personIsCalledByCustomerAndEveryDigestOfTheAddress() {
        identities().associate(shop, phone, new Association(Optional.of(CUSTOMER), ADDRESS, Source.BROWSER));
        Aliases expected = new Aliases(List.of(CUSTOMER), ADDRESS);

        assertEquals(expected, identities().aliases(shop, Owner.of(phone), Optional.empty()));
        assertEquals(expected, identities().aliases(shop, Owner.of(CUSTOMER), Optional.empty()));
        assertEquals(expected, identities().aliases(shop, Owner.of(ADDRESS.getFirst()), Optional.empty()));
        assertEquals(new Aliases(List.of(), List.of()),
                identities().aliases(shop, Owner.of(TrackingUserId.random()), Optional.empty()));
        assertEquals(expected, identities().aliases(shop, Owner.of(TrackingUserId.random()),
                Optional.of(ADDRESS.getFirst())));
    }

    private void buy(Owner owner, String orderNumber, String total) {
        new ActivityStore(database(), identities()).recordConversion(shop, owner, new Conversion(orderNumber,
                Optional.of(new BigDecimal(total)), List.of(new OrderLine(ProductReference.ofNumber("stove"),
                        Optional.empty(), Optional.of(BigDecimal.TEN)))), Association.NONE);
    }

    private static AttributedOrder order(String number, Reason reason, String revenue,
            Map<String, BigDecimal> products) {
        return new AttributedOrder(number, CAMPAIGN, ANNA, reason, new BigDecimal(revenue), NOON, products,
                Arm.HOLD_OUT);
    }

    private static Click click(Instant at, String campaign, RequestClass requestClass) {
        return new Click(new Click.Key(campaign, at, at.toEpochMilli()), "edition1", ANNA, 1, Optional.of("stove"),
                requestClass, "KNOWN", Arm.PERSONALIZED);
    }

    private AttributionStore attributions() {
        return new AttributionStore(database());
    }

    private CountedOrders orders() {
        return new CountedOrders(database());
    }

    private IdentityStore identities() {
        return new IdentityStore(database());
    }
}
