package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.SeenClock;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.FeedOrder;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.OrderStore;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.statistics.Results;
import dev.inlay.server.statistics.ResultsReader;
import java.math.BigDecimal;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which campaign an order is put down to. */
class AttributionTest extends SharedShop {
    private static final String PERSON =
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String name = "reader" + NEXT.incrementAndGet();
    private final String email = name + "@example.com";
    private final String order = "O-" + name;
    private TrackingUserId reader;
    private Campaign campaign;

    @BeforeAll
    static void open() {
        shop.products(6);
        shop.newsletter.warmUp();
        shop.picture(shop.campaign(""), 1, "send=0&userEmail=warm@example.com");
    }

    @BeforeEach
    void newCampaign() {
        campaign = shop.campaign("'slots':1,'pinnedProducts':['p1']");
        reader = shop.shopper(email);
        shop.advanceToNoon();
    }

    @AfterEach
    void defaultWindow() {
        window(WebsiteSettings.DEFAULTS.attributionDays());
    }

    @Test
    void orderAfterAClickCountsForItsCampaignWithItsLines() {
        clickLater(campaign, "send=1&userEmail=" + email);
        buy(Owner.of(reader), order, "99.95", line("p1", "59.95"), line("p5", "30"));

        Results results = results(campaign);

        assertOrders(1, "99.95", results.orders());
        assertOrders(0, "0", results.shown());
        assertOrders(1, "59.95", product(results, "p1").orders());
        assertOrders(1, "30", product(results, "p5").orders());
        assertEquals(0, product(results, "p5").pictures().total());
        assertOrders(1, "99.95", results.days().getLast().orders());
    }

    @Test
    void boughtProductThatWasShownCountsApart() {
        shop.picture(campaign, 1, "send=1&userEmail=" + email);
        buy(Owner.of(reader), order, "50", line("p1", "50"));

        Results results = results(campaign);

        assertOrders(0, "0", results.orders());
        assertOrders(1, "50", results.shown());
        assertOrders(0, "0", product(results, "p1").orders());
    }

    @Test
    void otherProductsThanThoseShownAreNobodysMerit() {
        shop.picture(campaign, 1, "send=1&userEmail=" + email);
        buy(Owner.of(reader), order, "50", line("p2", "50"));

        assertOrders(0, "0", results(campaign).orders());
        assertOrders(0, "0", results(campaign).shown());
    }

    @Test
    void readerIsTheBuyerByWhateverNameTheMailWasSent() throws Exception {
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(email.getBytes()));
        shop.identities.associate(shop.website.id(), reader, new Association(
                Optional.of(shop.personalData.customerId(name)), List.of(), Source.BROWSER));
        Owner customer = Owner.of(shop.personalData.customerId(name));
        for (String identity : List.of("customerId=" + name, "userEmail=" + email, "userEmailMd5=" + md5)) {
            Campaign sent = shop.campaign("'slots':1,'pinnedProducts':['p1']");
            clickLater(sent, "send=1&" + identity);
            buy(customer, order + identity.substring(0, 12), "10", line("p1", "10"));

            assertThat(results(sent).orders().number()).as(identity).isEqualTo(1);
        }
    }

    @Test
    void orderOfAnEmailAloneIsItsReaders() {
        String stranger = "stranger-" + email;
        clickLater(campaign, "send=1&userEmail=" + stranger);
        buy(Owner.of(shop.personalData.emailKeys(EmailAddress.parse(stranger).orElseThrow()).getFirst()), order, "10");

        assertOrders(1, "10", results(campaign).orders());
    }

    @Test
    void lastClickWins() {
        Campaign later = shop.campaign("'slots':1,'pinnedProducts':['p1']");
        clickLater(campaign, "send=1&userEmail=" + email);
        clickLater(later, "send=1&userEmail=" + email);
        buy(Owner.of(reader), order, "10", line("p1", "10"));

        assertOrders(1, "10", results(later).orders());
        assertOrders(0, "0", results(campaign).orders());
        assertOrders(0, "0", results(campaign).shown());
    }

    @Test
    void windowOfTheWebsiteIsKept() {
        window(2);
        clickLater(campaign, "send=1&userEmail=" + email);
        shop.advance(Duration.ofDays(2).plusMinutes(1));
        buy(Owner.of(reader), order, "10");
        assertOrders(0, "0", results(campaign).orders());
        assertEquals(2, results(campaign).windowDays());
    }

    @Test
    void longerWindowReachesFurtherBack() {
        window(3);
        clickLater(campaign, "send=1&userEmail=" + email);
        shop.advance(Duration.ofDays(2).plusMinutes(1));
        buy(Owner.of(reader), order, "11");

        assertOrders(1, "11", results(campaign).orders());
    }

    @Test
    void clickAfterTheOrderHasNoPartInIt() {
        buy(Owner.of(reader), order, "10");
        clickLater(campaign, "send=1&userEmail=" + email);

        assertOrders(0, "0", results(campaign).orders());
    }

    @Test
    void clicksOfProgramsSellNothing() {
        click(campaign, "send=1&userEmail=" + email, "User-Agent: curl/8.14.1");
        buy(Owner.of(reader), order, "10", line("p2", "10"));

        assertOrders(0, "0", results(campaign).orders());
    }

    @Test
    void orderCountsOnceWhoeverReportsItAndHoweverOftenItIsLookedAt() {
        clickLater(campaign, "send=1&userEmail=" + email);
        buy(Owner.of(reader), order, "10", line("p1", "10"));
        buy(Owner.of(reader), order, "12", line("p1", "12"));
        buy(Owner.of(shop.shopper(email)), order, "14", line("p1", "14"));
        results(campaign);

        assertOrders(1, "10", results(campaign).orders());
    }

    @Test
    void orderWithoutTotalBringsWhatItsLinesBring() {
        clickLater(campaign, "send=1&userEmail=" + email);
        shop.activities.recordConversion(shop.website.id(), Owner.of(reader), new Conversion(order, Optional.empty(),
                List.of(line("p1", "10"), line("p2", "2.50"))), Association.NONE);

        assertOrders(1, "12.5", results(campaign).orders());
    }

    @Test
    void orderThatComesLateCountsOnItsDay() {
        clickLater(campaign, "send=1&userEmail=" + email);
        Instant placed = shop.now.get();
        shop.advance(Duration.ofDays(3));
        assertOrders(0, "0", results(campaign).orders());

        feed(placed, "20");

        Results results = results(campaign);
        assertOrders(1, "20", results.orders());
        LocalDate day = LocalDate.ofInstant(placed, ZoneOffset.UTC);
        assertOrders(1, "20", results.days().stream().filter(entry -> entry.day().equals(day)).findFirst()
                .orElseThrow().orders());
    }

    @Test
    void revenueFollowsAnOrderThatIsCorrected() {
        clickLater(campaign, "send=1&userEmail=" + email);
        buy(Owner.of(reader), order, "10", line("p1", "10"));
        assertOrders(1, "10", results(campaign).orders());

        feed(shop.now.get(), "8", line("p1", "8"));

        assertOrders(1, "8", results(campaign).orders());
    }

    @Test
    void orderOfTheFeedIsItsBuyersWhoNeverReportedIt() {
        clickLater(campaign, "send=1&userEmail=" + email);
        Instant placed = shop.now.get();
        clickLater(shop.campaign("'slots':1"), "send=1&userEmail=" + email);

        feed(placed, "8", line("p1", "8"));

        assertOrders(1, "8", results(campaign).orders());
    }

    @Test
    void clickWithinTheWindowBeforeTheOrdersOwnDateCountsHoweverLateItComes() {
        window(2);
        clickLater(campaign, "send=1&userEmail=" + email);
        Instant placed = shop.now.get().plus(Duration.ofDays(1));
        shop.advance(Duration.ofDays(8));

        feed(placed, "8");

        assertOrders(1, "8", results(campaign).orders());
    }

    @Test
    void lastClickOfAnyWhoReportTheOrderWins() {
        Campaign later = shop.campaign("'slots':1,'pinnedProducts':['p1']");
        String other = "other-" + email;
        TrackingUserId otherReader = shop.shopper(other);
        clickLater(campaign, "send=1&userEmail=" + email);
        clickLater(later, "send=1&userEmail=" + other);
        buy(Owner.of(reader), order, "10");
        buy(Owner.of(otherReader), order, "10");

        assertOrders(1, "10", results(later).orders());
        assertOrders(0, "0", results(campaign).orders());
    }

    @Test
    void lastClickWinsAlsoOfWhoReportsTheOrderOnceItWasPutDown() {
        Campaign later = shop.campaign("'slots':1,'pinnedProducts':['p1']");
        String other = "other-" + email;
        clickLater(campaign, "send=1&userEmail=" + email);
        clickLater(later, "send=1&userEmail=" + other);
        buy(Owner.of(reader), order, "10");
        assertOrders(1, "10", results(campaign).orders());

        buy(Owner.of(shop.shopper(other)), order, "10");

        assertOrders(1, "10", results(later).orders());
        assertOrders(0, "0", results(campaign).orders());
    }

    @Test
    void earlierClickOfAnotherReporterChangesNothing() {
        Campaign later = shop.campaign("'slots':1,'pinnedProducts':['p1']");
        String other = "other-" + email;
        clickLater(campaign, "send=1&userEmail=" + other);
        clickLater(later, "send=1&userEmail=" + email);
        buy(Owner.of(reader), order, "10");
        results(later);

        buy(Owner.of(shop.shopper(other)), order, "10");

        assertOrders(1, "10", results(later).orders());
    }

    @Test
    void whoGuessesTheNumberOfAnOrderOfTheFeedIsNoneOfItsBuyers() {
        Campaign later = shop.campaign("'slots':1,'pinnedProducts':['p1']");
        String other = "other-" + email;
        clickLater(campaign, "send=1&userEmail=" + email);
        clickLater(later, "send=1&userEmail=" + other);
        feed(shop.now.get(), "8", line("p1", "8"));

        buy(Owner.of(shop.shopper(other)), order, "10");

        assertOrders(1, "8", results(campaign).orders());
        assertOrders(0, "0", results(later).orders());
    }

    @Test
    void orderStaysWithItsCampaignThoughItsReaderBelongsToAnotherLater() {
        clickLater(campaign, "send=1&userEmail=" + email);
        buy(Owner.of(reader), order, "10");
        results(campaign);
        shop.identities.associate(shop.website.id(), reader, new Association(Optional.empty(),
                keys("other-" + email), Source.BROWSER));

        feedOf("nobody-" + email, shop.now.get(), "10", line("p1", "8"));

        assertOrders(1, "10", results(campaign).orders());
    }

    @Test
    void orderThatAnotherNodeWasSlowToStoreIsTakenUpWithinTenMinutes() {
        clickLater(campaign, "send=1&userEmail=" + email);
        Instant arrived = shop.now.get();
        shop.advance(Duration.ofMinutes(9));
        assertOrders(0, "0", results(campaign).orders());

        insertOrder(order, "'t', '" + reader.value() + "'", arrived);
        shop.advance(Duration.ofMinutes(1));

        assertOrders(1, "20", results(campaign).orders());
    }

    @Test
    void orderThatCameLateBeforeARestartIsTakenUpAfterIt() {
        clickLater(campaign, "send=1&userEmail=" + email);
        Instant arrived = shop.now.get();
        shop.advance(Duration.ofMinutes(5));
        assertOrders(0, "0", results(campaign).orders());
        insertOrder(order, "'t', '" + reader.value() + "'", arrived);

        shop.newAttribution().catchUp();

        assertOrders(1, "20", results(campaign).orders());
    }

    @Test
    void sumsBeyondWhatTheStoreHoldsAreTheMostItHolds() {
        clickLater(campaign, "send=1&userEmail=" + email);
        shop.activities.recordConversion(shop.website.id(), Owner.of(reader), new Conversion(order, Optional.empty(),
                Collections.nCopies(11, line("p1", "99999999999999"))), Association.NONE);

        assertOrders(1, "999999999999999.9999", results(campaign).orders());
    }

    @Test
    void orderThatCannotBeReadHoldsUpNoOtherOfAnyShop() {
        clickLater(campaign, "send=1&userEmail=" + email);
        Campaign next = nextShop();
        clickLater(next, "send=1&userEmail=" + email);
        insertOrder("unreadable-" + order, "'?', 'owner'", shop.now.get());
        shop.advance(Duration.ofSeconds(1));
        buy(Owner.of(reader), order, "10");
        shop.activities.recordConversion(next.websiteId(), Owner.of(shop.personalData.emailKeys(
                EmailAddress.parse(email).orElseThrow()).getFirst()), new Conversion(order,
                Optional.of(BigDecimal.TWO), List.of()), Association.NONE);

        assertOrders(1, "10", results(campaign).orders());
        assertOrders(1, "2", results(next).orders());
    }

    /** A campaign of another shop. */
    private static Campaign nextShop() {
        Website other = shop.websites.create(new Website(0, new UUID(0, 0), "Nightbird",
                URI.create("https://night.example/"), shop.website.currency(), shop.website.locale(),
                List.of("night.example"), WebsiteSettings.DEFAULTS));
        Campaign like = shop.campaign("'slots':1");
        return shop.campaigns.create(other.id(), like.type(), like.period(), like.slots(), like.settings());
    }

    /** A click by somebody who has had the mail open for a while. */
    private static void clickLater(Campaign campaign, String query) {
        shop.counted("/serve/tile/" + campaign.id() + "/1.png?" + query, PERSON);
        shop.advance(Duration.ofMinutes(1));
        click(campaign, query, PERSON);
        shop.advance(Duration.ofMinutes(1));
    }

    private static void click(Campaign campaign, String query, String who) {
        assertEquals(302, shop.counted("/serve/tile/" + campaign.id() + "/1/click?" + query, who).status());
        assertThat(shop.recorder.flush(Duration.ofSeconds(30))).isTrue();
    }

    private static void buy(Owner owner, String orderNumber, String total, OrderLine... lines) {
        shop.activities.recordConversion(shop.website.id(), owner, new Conversion(orderNumber,
                Optional.of(new BigDecimal(total)), Arrays.asList(lines)), Association.NONE);
    }

    private static OrderLine line(String productNumber, String lineTotal) {
        return new OrderLine(ProductReference.ofNumber(productNumber), Optional.empty(),
                Optional.of(new BigDecimal(lineTotal)));
    }

    /** As the order feed tells it. */
    private void feed(Instant placed, String total, OrderLine... lines) {
        feedOf(email, placed, total, lines);
    }

    private void feedOf(String address, Instant placed, String total, OrderLine... lines) {
        new OrderStore(shop.database, shop.identities).take(shop.website.id(), List.of(new FeedOrder(order, placed,
                Optional.of(new BigDecimal(total)), Optional.empty(), keys(address), Arrays.asList(lines))));
    }

    private static List<EmailKey> keys(String address) {
        return shop.personalData.emailKeys(EmailAddress.parse(address).orElseThrow());
    }

    /** As another node stores it. */
    private static void insertOrder(String order, String owner, Instant arrived) {
        long millis = arrived.toEpochMilli();
        execute("INSERT INTO conversion (website_id, owner_kind, owner_id, order_number, total, seen, at_ms, arrived)"
                + " VALUES (" + shop.website.id() + ", " + owner + ", '" + order + "', 20, " + SeenClock.of(millis)
                + ", " + millis + ", " + SeenClock.of(millis) + ")");
        execute("INSERT INTO counted_order (website_id, order_number, owner_kind, owner_id) VALUES ("
                + shop.website.id() + ", '" + order + "', " + owner + ")");
    }

    private static void execute(String sql) {
        shop.database.writes().write(new Entry<>(Lane.LIVE, "conversion", "",
                writing -> writing.handle().execute(sql)));
    }

    private static void window(int days) {
        shop.websites.update(shop.website.id(), website -> {
            WebsiteSettings settings = website.settings();
            return new Website(website.id(), website.uuid(), website.name(), website.url(), website.currency(),
                    website.locale(), website.hosts(), new WebsiteSettings(settings.timeZone(), settings.priceFormat(),
                            settings.personalizeUnknownConsent(), settings.retentionDays(),
                            settings.requireCustomerIdSignature(), days));
        });
    }

    private static Results results(Campaign campaign) {
        shop.advance(Duration.ofMinutes(1));
        shop.attribution.catchUp();
        LocalDate today = LocalDate.ofInstant(shop.now.get(), ZoneOffset.UTC);
        return new ResultsReader(shop.statistics, shop.websites, shop.recorder)
                .read(campaign, today.minusDays(10), today);
    }

    private static Results.Product product(Results results, String number) {
        return results.products().stream().filter(product -> product.productNumber().equals(number)).findFirst()
                .orElseThrow();
    }

    private static void assertOrders(int number, String revenue, Results.Orders orders) {
        assertEquals(number, orders.number());
        assertThat(orders.revenue()).isEqualByComparingTo(revenue);
    }
}
