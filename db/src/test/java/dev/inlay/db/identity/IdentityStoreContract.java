package dev.inlay.db.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.StoreContract;
import dev.inlay.db.TestStore;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.Identity.Known;
import dev.inlay.db.identity.Identity.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract 3.1, rule by rule. */
abstract class IdentityStoreContract extends StoreContract {
    private static final TrackingUserId PHONE = new TrackingUserId("0123456789abcdef00000001");
    private static final TrackingUserId LAPTOP = new TrackingUserId("0123456789abcdef00000002");
    private static final TrackingUserId TABLET = new TrackingUserId("0123456789abcdef00000003");
    private static final ProductReference STOVE = ProductReference.ofNumber("stove");

    private final PersonalData people = new PersonalData(TestStore.SECRET);
    private final CustomerId anna = people.customerId("anna-1");
    private final CustomerId bert = people.customerId("bert-2");

    @Test
    void newTrackingUserHasNoCustomerAndNoEmail() {
        activities().recordView(shop, Owner.of(PHONE), STOVE);

        assertEquals(new Known(List.of(PHONE), Optional.empty(), Optional.empty()),
                identities().resolveTrackingUser(shop, PHONE));
    }

    @Test
    void trackingUserThatWasNeverSeenIsUnknown() {
        assertEquals(new Unknown(), identities().resolveTrackingUser(shop, PHONE));
    }

    @Test
    void trackingUserWithACartOnlyIsKnown() {
        activities().recordCart(shop, Owner.of(PHONE), List.of(), Association.NONE);

        assertEquals(List.of(PHONE), trackingUsers(identities().resolveTrackingUser(shop, PHONE)));
    }

    @Test
    void customerHasAllItsTrackingUsersLastSeenFirst() {
        associate(PHONE, anna);
        associate(LAPTOP, anna);

        assertEquals(new Known(List.of(LAPTOP, PHONE), Optional.of(anna), Optional.empty()), customer(anna));
        assertEquals(new Known(List.of(LAPTOP, PHONE), Optional.of(anna), Optional.empty()),
                identities().resolveTrackingUser(shop, PHONE));
    }

    @Test
    void conversionWithCustomerAndEmailAssociatesItsTrackingUser() {
        activities().recordConversion(shop, Owner.of(PHONE), order("1000"),
                new Association(Optional.of(anna), email("anna@shop.example"), Source.BROWSER));

        assertEquals(List.of(PHONE), trackingUsers(customer(anna)));
        assertEquals(List.of(PHONE), trackingUsers(byEmail("anna@shop.example")));
    }

    @Test
    void differentCustomerMovesThisTrackingUserAlone() {
        associate(PHONE, anna);
        associate(LAPTOP, anna);

        associate(PHONE, bert);

        assertEquals(List.of(LAPTOP), trackingUsers(customer(anna)));
        assertEquals(List.of(PHONE), trackingUsers(customer(bert)));
    }

    @Test
    void repeatingACustomerChangesNothingButCountsAsSeen() {
        associate(PHONE, anna);
        associate(LAPTOP, anna);

        associate(PHONE, anna);

        assertEquals(List.of(PHONE, LAPTOP), trackingUsers(customer(anna)));
        int changes = database().read(handle ->
                handle.createQuery("SELECT COUNT(*) FROM association WHERE website_id = :shop").bind("shop", shop)
                        .mapTo(Integer.class).one());
        assertEquals(2, changes);
    }

    @Test
    void differentEmailMovesThisTrackingUser() {
        associate(PHONE, "anna@shop.example");

        associate(PHONE, "bert@shop.example");

        assertEquals(new Unknown(), byEmail("anna@shop.example"));
        assertEquals(List.of(PHONE), trackingUsers(byEmail("bert@shop.example")));
    }

    @Test
    void emailAndCustomerAreKeptApart() {
        associate(PHONE, anna);

        associate(PHONE, "anna@shop.example");

        assertEquals(Optional.of(anna), ((Known) byEmail("anna@shop.example")).customer());
    }

    @Test
    void severalTrackingUsersMayShareAnEmail() {
        associate(PHONE, "anna@shop.example");
        associate(LAPTOP, "anna@shop.example");

        assertEquals(List.of(LAPTOP), trackingUsers(byEmail("anna@shop.example")));
        assertEquals(List.of(PHONE), trackingUsers(identities().resolveTrackingUser(shop, PHONE)));
    }

    @Test
    void mostRecentIsTheOneWithTheLatestActivity() {
        associate(PHONE, "anna@shop.example");
        associate(LAPTOP, "anna@shop.example");

        activities().recordView(shop, Owner.of(PHONE), STOVE);
        assertEquals(List.of(PHONE), trackingUsers(byEmail("anna@shop.example")));

        activities().recordCart(shop, Owner.of(LAPTOP), List.of(STOVE), Association.NONE);
        assertEquals(List.of(LAPTOP), trackingUsers(byEmail("anna@shop.example")));

        activities().recordCart(shop, Owner.of(PHONE), List.of(), Association.NONE);
        assertEquals(List.of(PHONE), trackingUsers(byEmail("anna@shop.example")));

        activities().recordConversion(shop, Owner.of(LAPTOP), order("1000"), Association.NONE);
        assertEquals(List.of(LAPTOP), trackingUsers(byEmail("anna@shop.example")));
    }

    @Test
    void viewWithoutProductCountsAsSeen() {
        associate(PHONE, "anna@shop.example");
        associate(LAPTOP, "anna@shop.example");

        activities().recordView(shop, Owner.of(PHONE), new ProductReference(Optional.empty(), Optional.empty()));

        assertEquals(List.of(PHONE), trackingUsers(byEmail("anna@shop.example")));
    }

    @Test
    void clockSetBackNeverTurnsTheOrderAround() {
        associate(PHONE, anna);
        store.time().advance(Duration.ofDays(-400));
        store.restart();

        associate(LAPTOP, anna);

        assertEquals(List.of(LAPTOP, PHONE), trackingUsers(customer(anna)));
    }

    @Test
    void emailResolvesToTheCustomerOfItsMostRecentTrackingUser() {
        associate(PHONE, "anna@shop.example");
        associate(PHONE, anna);
        associate(TABLET, anna);
        associate(LAPTOP, anna);

        Known known = (Known) byEmail("anna@shop.example");

        assertEquals(List.of(PHONE, LAPTOP, TABLET), known.trackingUsers());
        assertEquals(Optional.of(anna), known.customer());
        assertEquals(Optional.of(email("anna@shop.example").getFirst()), known.email());
    }

    @Test
    void mostRecentTrackingUserOfAnEmailDecidesWhichCustomer() {
        associate(PHONE, "family@shop.example");
        associate(PHONE, anna);
        associate(LAPTOP, "family@shop.example");
        associate(LAPTOP, bert);

        assertEquals(Optional.of(bert), ((Known) byEmail("family@shop.example")).customer());
    }

    @Test
    void everyDigestOfAnAddressLeadsToIt() {
        associate(PHONE, "anna@shop.example");

        for (EmailKey key : email("anna@shop.example")) {
            assertEquals(List.of(PHONE), trackingUsers(identities().resolveEmail(shop, List.of(key))));
        }
    }

    @Test
    void firstCandidateThatSomebodyHasWins() {
        associate(PHONE, "anna+news@shop.example");

        List<EmailKey> candidates = List.of(email("nobody@shop.example").getFirst(),
                email("anna+news@shop.example").getFirst());

        assertEquals(List.of(PHONE), trackingUsers(identities().resolveEmail(shop, candidates)));
    }

    @Test
    void emailWithoutTrackingUserHasItsOwnPurchases() {
        EmailKey key = email("anna@shop.example").getFirst();
        activities().recordConversion(shop, Owner.of(key), order("1000"), Association.NONE);

        assertEquals(new Known(List.of(), Optional.empty(), Optional.of(key)), byEmail("anna@shop.example"));
    }

    @Test
    void emailWithoutTrackingUserResolvesToTheCustomerOfItsLatestOrder() {
        activities().recordConversion(shop, Owner.of(anna), order("1000"),
                new Association(Optional.empty(), email("anna@shop.example"), Source.API_KEY));

        assertEquals(Optional.of(anna), ((Known) byEmail("anna@shop.example")).customer());
    }

    @Test
    void earlierCandidateCountsThoughItIsKnownByOrdersOnly() {
        List<EmailKey> ordered = email("orders@example.com");
        activities().recordConversion(shop, Owner.of(anna), order("1000"),
                new Association(Optional.empty(), ordered, Source.BROWSER));
        associate(PHONE, "anna@example.com");

        Identity resolved = identities().resolveEmail(shop,
                List.of(ordered.getFirst(), email("anna@example.com").getFirst()));

        assertThat(resolved).isEqualTo(new Known(List.of(), Optional.of(anna), Optional.of(ordered.getFirst())));
    }

    @Test
    void customerKnownByOrdersOnlyHasNoTrackingUsers() {
        activities().recordConversion(shop, Owner.of(anna), order("1000"), Association.NONE);

        assertEquals(new Known(List.of(), Optional.of(anna), Optional.empty()), customer(anna));
        assertEquals(new Unknown(), customer(bert));
    }

    @Test
    void firstCustomerThatIsKnownWins() {
        associate(PHONE, anna);

        assertEquals(List.of(PHONE), trackingUsers(identities().resolveCustomer(shop, List.of(bert, anna))));
    }

    @Test
    void websitesShareNobody() {
        associate(PHONE, anna);
        int other = newWebsite();

        assertEquals(new Unknown(), identities().resolveCustomer(other, List.of(anna)));
        assertEquals(new Unknown(), identities().resolveTrackingUser(other, PHONE));
    }

    @Test
    void associationSurvivesARestart() {
        associate(PHONE, anna);
        associate(PHONE, "anna@shop.example");

        store.restart();

        assertEquals(List.of(PHONE), trackingUsers(customer(anna)));
        assertEquals(List.of(PHONE), trackingUsers(byEmail("anna@shop.example")));
    }

    @Test
    void customerIdIsCaseSensitiveAndOfAnyScript() {
        CustomerId greek = people.customerId("Άννα 1");
        associate(PHONE, greek);

        assertThat(customer(people.customerId("άννα 1"))).isEqualTo(new Unknown());
        assertEquals(List.of(PHONE), trackingUsers(customer(greek)));
    }

    @Test
    void pathTellsWhomATrackingUserBelongedToLatestChangeFirst() {
        associate(PHONE, anna);
        associate(PHONE, anna);
        associate(PHONE, "anna@shop.example");
        identities().associate(shop, PHONE, new Association(Optional.of(bert), List.of(), Source.API_KEY));
        associate(LAPTOP, anna);

        List<PathStep> path = identities().path(shop, PHONE, 10);

        assertThat(path).extracting(step -> step.customer().orElseThrow()).containsExactly(bert, anna, anna);
        assertThat(path).extracting(step -> step.email().isPresent()).containsExactly(true, true, false);
        assertThat(path).extracting(PathStep::source).containsExactly(Source.API_KEY, Source.BROWSER, Source.BROWSER);
        assertThat(path.getFirst().time()).isAfterOrEqualTo(store.time().instant());
        assertEquals(path.subList(0, 1), identities().path(shop, PHONE, 1));
    }

    @Test
    void anOwnerOfActivityResolvesToWhomItBelongs() {
        associate(PHONE, anna);
        associate(PHONE, "anna@shop.example");

        assertEquals(customer(anna), identities().resolve(shop, Owner.of(anna)));
        assertEquals(identities().resolveTrackingUser(shop, PHONE), identities().resolve(shop, Owner.of(PHONE)));
        assertEquals(byEmail("anna@shop.example"),
                identities().resolve(shop, Owner.of(email("anna@shop.example").getFirst())));
    }

    @Test
    void browserThatAClickBroughtBackCountsWithTheOneThatHasTheEmail() {
        associate(PHONE, "anna@shop.example");

        assertThat(reidentify(LAPTOP, email("anna@shop.example"))).isTrue();

        Known together = new Known(List.of(LAPTOP, PHONE), Optional.empty(),
                Optional.of(email("anna@shop.example").getFirst()));
        assertEquals(together, identities().resolveTrackingUser(shop, LAPTOP));
        assertEquals(together, byEmail("anna@shop.example"));
        activities().recordView(shop, Owner.of(PHONE), STOVE);
        assertEquals(List.of(PHONE, LAPTOP), trackingUsers(byEmail("anna@shop.example")));
        assertEquals(List.of(PHONE), trackingUsers(identities().resolveTrackingUser(shop, PHONE)));
    }

    @Test
    void browserThatAClickBroughtBackBelongsToTheCustomerOfTheEmail() {
        associate(PHONE, "anna@shop.example");
        associate(PHONE, anna);

        reidentify(LAPTOP, email("anna@shop.example"));

        assertEquals(List.of(LAPTOP, PHONE), trackingUsers(customer(anna)));
        assertEquals(customer(anna), identities().resolveTrackingUser(shop, LAPTOP));
        assertEquals(List.of(LAPTOP, PHONE), trackingUsers(byEmail("anna@shop.example")));
    }

    @Test
    void severalBrowsersThatClicksBroughtBackCountTogetherEvenWhereNobodyElseHasTheEmail() {
        reidentify(LAPTOP, email("anna@shop.example"));
        reidentify(TABLET, email("anna@shop.example"));

        assertEquals(List.of(TABLET, LAPTOP), trackingUsers(byEmail("anna@shop.example")));
        assertEquals(byEmail("anna@shop.example"), identities().resolveTrackingUser(shop, LAPTOP));
    }

    @Test
    void clickTakesNobodyAway() {
        associate(PHONE, "bert@shop.example");
        associate(LAPTOP, bert);
        associate(TABLET, "anna@shop.example");

        assertThat(reidentify(PHONE, email("anna@shop.example"))).isFalse();
        assertThat(reidentify(LAPTOP, email("anna@shop.example"))).isFalse();
        assertThat(reidentify(TABLET, email("anna@shop.example"))).isTrue();

        assertEquals(List.of(PHONE), trackingUsers(byEmail("bert@shop.example")));
        assertEquals(List.of(LAPTOP), trackingUsers(customer(bert)));
        assertEquals(List.of(Source.BROWSER),
                identities().path(shop, TABLET, 10).stream().map(PathStep::source).toList());
    }

    @Test
    void whatAClickClaimedEndsWithWhatIsSaidNext() {
        associate(PHONE, "anna@shop.example");
        associate(PHONE, anna);
        reidentify(LAPTOP, email("anna@shop.example"));
        reidentify(TABLET, email("anna@shop.example"));

        associate(LAPTOP, "bert@shop.example");
        associate(TABLET, bert);

        assertEquals(new Known(List.of(LAPTOP), Optional.empty(), Optional.empty()),
                identities().resolveTrackingUser(shop, LAPTOP));
        assertEquals(List.of(PHONE), trackingUsers(customer(anna)));
        assertEquals(List.of(PHONE), trackingUsers(byEmail("anna@shop.example")));
        assertEquals(List.of(TABLET), trackingUsers(customer(bert)));
    }

    @Test
    void emailThatIsSaidAfterAClickNamedItOutlastsACustomer() {
        reidentify(LAPTOP, email("anna@shop.example"));

        associate(LAPTOP, "anna@shop.example");
        associate(LAPTOP, anna);

        assertEquals(Optional.of(anna), ((Known) byEmail("anna@shop.example")).customer());
    }

    @Test
    void clickMayNameACustomerOrADigestThatIsKnown() {
        associate(PHONE, anna);
        associate(PHONE, "anna@shop.example");
        for (EmailKey key : email("anna@shop.example")) {
            TrackingUserId browser = TrackingUserId.random();

            assertThat(reidentify(browser, List.of(key))).as(key.toString()).isTrue();
            assertThat(trackingUsers(customer(anna))).contains(browser);
        }
        for (EmailKey key : email("stranger@shop.example")) {
            assertThat(reidentify(LAPTOP, List.of(key))).as(key.toString()).isFalse();
        }

        assertThat(identities().reidentify(shop, TABLET,
                new Association(Optional.of(bert), List.of(), Source.CLICK))).isTrue();
        assertEquals(List.of(TABLET), trackingUsers(customer(bert)));
        assertEquals(new Unknown(), identities().resolveTrackingUser(shop, LAPTOP));
    }

    private boolean reidentify(TrackingUserId trackingUser, List<EmailKey> email) {
        return identities().reidentify(shop, trackingUser, new Association(Optional.empty(), email, Source.CLICK));
    }

    private void associate(TrackingUserId trackingUser, CustomerId customer) {
        identities().associate(shop, trackingUser, new Association(Optional.of(customer), List.of(), Source.BROWSER));
    }

    private void associate(TrackingUserId trackingUser, String address) {
        identities().associate(shop, trackingUser, new Association(Optional.empty(), email(address), Source.BROWSER));
    }

    private Identity customer(CustomerId customer) {
        return identities().resolveCustomer(shop, List.of(customer));
    }

    private Identity byEmail(String address) {
        return identities().resolveEmail(shop, email(address).subList(0, 1));
    }

    private List<EmailKey> email(String address) {
        return people.emailKeys(EmailAddress.parse(address).orElseThrow());
    }

    private IdentityStore identities() {
        return new IdentityStore(database());
    }

    private ActivityStore activities() {
        return new ActivityStore(database(), identities());
    }

    private static Conversion order(String number) {
        return new Conversion(number, Optional.empty(),
                List.of(new OrderLine(STOVE, Optional.empty(), Optional.empty())));
    }

    private static List<TrackingUserId> trackingUsers(Identity identity) {
        return switch (identity) {
            case Known known -> known.trackingUsers();
            case Unknown() -> List.of();
        };
    }
}
