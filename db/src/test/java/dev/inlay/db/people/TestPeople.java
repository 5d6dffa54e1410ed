package dev.inlay.db.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlay.db.Database;
import dev.inlay.db.TestStore;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.db.campaign.Edition;
import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.consent.Consent.State;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.Aliases;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.EmailKey.Digest;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.statistics.AttributedOrder;
import dev.inlay.db.statistics.AttributionStore;
import dev.inlay.db.statistics.CampaignCounts;
import dev.inlay.db.statistics.CampaignDays;
import dev.inlay.db.statistics.Click;
import dev.inlay.db.statistics.RequestClass;
import dev.inlay.db.statistics.StatisticsBatch;
import dev.inlay.db.statistics.StatisticsStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** All stores of one website on one database, with short ways to let people do something there. */
final class TestPeople {
    static final String CAMPAIGN = "campaignaaaaaaaa";
    static final PersonalData PERSONAL_DATA = new PersonalData(TestStore.SECRET);
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    final int shop;
    final IdentityStore identities;
    final ActivityStore activities;
    final PeopleRevision revision;
    final AssignmentStore locks;
    final LockHistory lockHistory;
    final StatisticsStore statistics;
    final AttributionStore attributions;
    final ConsentStore consents;
    final ErasureStore erasures;
    final PersonExport export;

    TestPeople(Database database, int shop, InstantSource time) {
        this.shop = shop;
        identities = new IdentityStore(database);
        activities = new ActivityStore(database, identities);
        revision = new PeopleRevision(database);
        locks = new AssignmentStore(database);
        lockHistory = new LockHistory(database);
        statistics = new StatisticsStore(database);
        attributions = new AttributionStore(database);
        consents = new ConsentStore(database, identities, revision, PERSONAL_DATA);
        erasures = new ErasureStore(database, TestStore.SECRET, consents, revision, TestPeople::recipients, time);
        export = new PersonExport(new PersonExport.Stores(database, identities, activities, lockHistory, consents),
                TestPeople::recipients);
    }

    private static List<byte[]> recipients(Aliases names) {
        Stream<byte[]> named = Stream.concat(names.customers().stream().map(TestPeople::recipient),
                names.emails().stream().map(TestPeople::recipient));
        Stream<Owner> byToken = Stream.concat(names.customers().stream().map(Owner::of),
                names.emails().stream().filter(email -> email.digest() == Digest.SHA256).map(Owner::of));
        return Stream.concat(named, byToken.map(TestPeople::byToken)).toList();
    }

    static List<EmailKey> email(String address) {
        return PERSONAL_DATA.emailKeys(EmailAddress.parse(address).orElseThrow());
    }

    static CustomerId customer(String id) {
        return PERSONAL_DATA.customerId(id);
    }

    static byte[] recipient(EmailKey email) {
        return PERSONAL_DATA.lockKey("recipient", "email", email.hex());
    }

    static byte[] recipient(CustomerId customer) {
        return PERSONAL_DATA.lockKey("recipient", "customer", customer.stored());
    }

    /** Whom mails name by a recipient token. */
    static byte[] byToken(Owner owner) {
        return PERSONAL_DATA.lockKey("recipient", "token", owner.kind().letter(), owner.id());
    }

    void says(Named named, State state, String note) {
        consents.record(shop, named, state, Consent.Source.API, note, Optional.empty());
    }

    List<Consent> consentLog(Named named) {
        return consents.log(shop, named, identities.resolve(shop, named));
    }

    void views(TrackingUserId user, String... products) {
        for (String product : products) {
            activities.recordView(shop, Owner.of(user), ProductReference.ofNumber(product));
        }
    }

    void fills(TrackingUserId user, String... products) {
        activities.recordCart(shop, Owner.of(user),
                Stream.of(products).map(ProductReference::ofNumber).toList(), Association.NONE);
    }

    void belongs(TrackingUserId user, String customer, String email) {
        identities.associate(shop, user, association(customer, email));
    }

    /** {@code customer} and {@code email} may be empty. */
    static Association association(String customer, String email) {
        return new Association(Optional.of(customer).filter(id -> !id.isEmpty()).map(TestPeople::customer),
                email.isEmpty() ? List.of() : email(email), Source.BROWSER);
    }

    void orders(Owner owner, String number, Association association, String... products) {
        List<OrderLine> lines = Stream.of(products).map(product -> new OrderLine(ProductReference.ofNumber(product),
                Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN))).toList();
        activities.recordConversion(shop, owner,
                new Conversion(number, Optional.of(BigDecimal.TEN), lines), association);
    }

    Assignment lock(byte[] recipient, String send, String... products) {
        long before = revision.current(shop);
        return locks.lock(edition(send), recipient, proposal(products), before, Duration.ofSeconds(20)).orElseThrow();
    }

    static Assignment proposal(String... products) {
        return Assignment.proposed(new ArrayList<>(Stream.of(products)
                .map(product -> new Pick(product, "for_you", 1, List.of())).toList()), "v".repeat(64));
    }

    Edition edition(String send) {
        Campaign campaign = new Campaign(CAMPAIGN, shop, CampaignType.AUTO, Duration.ofDays(1), 2, 0,
                JsonNodeFactory.instance.objectNode());
        return Edition.of(campaign, PERSONAL_DATA.lockKey("send", send), NOON);
    }

    void clicks(byte[] recipient, Instant at, String product) {
        Click click = new Click(new Click.Key(CAMPAIGN, at, ThreadLocalRandom.current().nextLong(Long.MAX_VALUE)),
                "edition1", HexFormat.of().formatHex(recipient), 1, Optional.of(product), RequestClass.PERSON, "KNOWN",
                Arm.NONE);
        statistics.write(new StatisticsBatch(shop, UUID.randomUUID().toString().replace("-", ""), 1, List.of(),
                List.of(), List.of(click), List.of()));
    }

    void attribute(String number, byte[] recipient, String product) {
        attributions.put(shop, new AttributedOrder(number, CAMPAIGN, HexFormat.of().formatHex(recipient),
                AttributedOrder.Reason.CLICK, BigDecimal.TEN, NOON, Map.of(product, BigDecimal.TEN), Arm.NONE));
    }

    CampaignCounts counts() {
        return statistics.read(new CampaignDays(shop, CAMPAIGN, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
    }

    Optional<Erased> erase(Subject subject) {
        return erasures.erase(shop, List.of(subject));
    }
}
