package dev.inlay.db.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.StoreContract;
import dev.inlay.db.TestStore;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.consent.Consent.Source;
import dev.inlay.db.consent.Consent.State;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract 5.6: what a consent store promises on every database. */
abstract class ConsentStoreContract extends StoreContract {
    private static final PersonalData PERSONAL_DATA = new PersonalData(TestStore.SECRET);
    private static final CustomerId ANNA = new CustomerId("anna", false);
    private static final CustomerId BEN = new CustomerId("ben", false);
    private static final List<EmailKey> ADDRESS = address("anna@example.com");
    private static final Instant YESTERDAY = Instant.parse("2026-11-19T10:00:00Z");

    private PeopleRevision people;
    private IdentityStore identities;
    private ConsentStore consents;

    @BeforeEach
    void open() {
        people = new PeopleRevision(database());
        identities = new IdentityStore(database());
        consents = new ConsentStore(database(), identities, people, PERSONAL_DATA);
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void consentIsUnknownUntilItIsSet() {
        say(by(BEN), State.GRANTED);

        assertThat(now(by(ANNA))).isEmpty();
    }

    @Test
    void whatWasSaidIsKeptWithTimeSourceAndNote() {
        consents.record(shop, by(ANNA), State.GRANTED, Source.API, "newsletter form", Optional.of(YESTERDAY));

        assertThat(consents.log(shop, by(ANNA), identities.resolve(shop, by(ANNA)))).containsExactly(
                new Consent(Owner.of(ANNA), State.GRANTED, YESTERDAY, Source.API, "newsletter form"));
    }

    @Test
    void consentOfSomebodyWhomNobodyKnowsIsKept() {
        say(Named.byEmail(ADDRESS), State.DENIED);

        for (EmailKey digest : ADDRESS) {
            assertThat(now(Named.byEmail(List.of(digest)))).as("%s", digest).contains(State.DENIED);
        }
    }

    @Test
    void consentThatNamesADigestHoldsForTheAddressOnceItIsKnown() {
        TrackingUserId browser = TrackingUserId.random();
        say(Named.byEmail(List.of(ADDRESS.getLast())), State.DENIED);

        associate(browser, Optional.empty(), ADDRESS);

        assertThat(now(Named.byEmail(ADDRESS.subList(0, 1)))).contains(State.DENIED);
        assertThat(now(Named.of(browser))).contains(State.DENIED);
    }

    @Test
    void whatWasSaidLastUnderAnyNameOfThePersonHolds() {
        TrackingUserId browser = TrackingUserId.random();
        TrackingUserId phone = TrackingUserId.random();
        associate(browser, Optional.of(ANNA), ADDRESS);
        associate(phone, Optional.of(ANNA), List.of());
        List<Named> names = List.of(by(ANNA), Named.byEmail(ADDRESS), Named.of(browser), Named.of(phone));

        for (Named said : names) {
            State state = names.indexOf(said) % 2 == 0 ? State.DENIED : State.GRANTED;
            say(said, state);

            for (Named asked : names) {
                assertThat(now(asked)).as("%s said %s", asked, said).contains(state);
            }
        }
    }

    @Test
    void addressOfAnOrderBelongsToItsCustomer() {
        ActivityStore activities = new ActivityStore(database(), identities);
        activities.recordConversion(shop, Owner.of(ANNA), new Conversion("1", Optional.empty(), List.of()),
                new Association(Optional.empty(), ADDRESS, dev.inlay.db.identity.Source.ORDER_FEED));

        say(Named.byEmail(ADDRESS), State.DENIED);

        assertThat(now(by(ANNA))).contains(State.DENIED);
        assertThat(identities.aliases(shop, Owner.of(ANNA), Optional.empty()).emails()).containsAll(ADDRESS);
    }

    @Test
    void consentOfAnEarlierTimeIsLoggedAndDoesNotHold() {
        say(by(ANNA), State.DENIED);
        consents.record(shop, by(ANNA), State.GRANTED, Source.IMPORT, "", Optional.of(YESTERDAY));

        assertThat(now(by(ANNA))).contains(State.DENIED);
        assertThat(consents.log(shop, by(ANNA), identities.resolve(shop, by(ANNA)))).extracting(Consent::state)
                .containsExactly(State.DENIED, State.GRANTED);
    }

    @Test
    void ofTwoAtTheSameTimeTheOneThatCameLaterHolds() {
        Stream.of(State.DENIED, State.GRANTED, State.DENIED).forEach(state ->
                consents.record(shop, by(ANNA), state, Source.API, "", Optional.of(YESTERDAY)));

        assertThat(now(by(ANNA))).contains(State.DENIED);
    }

    @Test
    void trackingUserThatMovesLeavesTheConsentOfItsCustomerBehind() {
        TrackingUserId browser = TrackingUserId.random();
        associate(browser, Optional.of(ANNA), List.of());
        say(by(ANNA), State.DENIED);

        associate(browser, Optional.of(BEN), List.of());

        assertThat(now(Named.of(browser))).isEmpty();
        assertThat(now(by(BEN))).isEmpty();
        assertThat(now(by(ANNA))).contains(State.DENIED);
    }

    @Test
    void trackingUserThatMovesTakesItsOwnConsentAlong() {
        TrackingUserId browser = TrackingUserId.random();
        associate(browser, Optional.of(ANNA), List.of());
        say(Named.of(browser), State.DENIED);

        associate(browser, Optional.of(BEN), List.of());

        assertThat(now(by(BEN))).contains(State.DENIED);
        assertThat(now(by(ANNA))).isEmpty();
    }

    @Test
    void consentIsOfOneWebsite() {
        int elsewhere = newWebsite();
        say(by(ANNA), State.DENIED);

        assertThat(consents.now(elsewhere, by(ANNA), identities.resolve(elsewhere, by(ANNA)))).isEmpty();
    }

    @Test
    void unknownConsentIsDecidedByTheWebsite() {
        assertThat(allows(true, BEN)).isTrue();
        assertThat(allows(false, BEN)).isFalse();
        say(by(ANNA), State.GRANTED);
        assertThat(allows(false, ANNA)).isTrue();
        say(by(ANNA), State.DENIED);
        assertThat(allows(true, ANNA)).isFalse();
        assertThat(allows(true, BEN)).isTrue();
        assertThat(allows(false, BEN)).isFalse();
    }

    @Test
    void denialAloneTellsThatTheWebsitesPeopleChanged() {
        say(by(ANNA), State.GRANTED);
        long before = people.current(shop);
        say(by(ANNA), State.DENIED);

        assertThat(before).isZero();
        assertThat(people.current(shop)).isEqualTo(1);
    }

    @Test
    void forgettingLeavesABareProofThatDecidesNothing() {
        consents.record(shop, by(ANNA), State.DENIED, Source.CONSOLE, "by phone", Optional.of(YESTERDAY));
        say(by(BEN), State.GRANTED);

        consents.forget(shop, List.of(Owner.of(ANNA)));

        assertThat(now(by(ANNA))).isEmpty();
        assertThat(now(by(BEN))).contains(State.GRANTED);
        List<String> proofs = database().read(handle -> handle.createQuery("""
                SELECT state || ' ' || source || ' ' || at_ms || ' ' || note || owner_id FROM consent
                WHERE website_id = :shop AND owner_kind = 'p'
                """).bind("shop", shop).mapTo(String.class).list());
        assertThat(proofs).hasSize(1);
        assertThat(proofs.getFirst()).matches("DENIED CONSOLE " + YESTERDAY.toEpochMilli() + " [0-9a-f]{32}");
    }

    private void say(Named named, State state) {
        store.time().advance(Duration.ofSeconds(1));
        consents.record(shop, named, state, Source.API, "", Optional.empty());
    }

    private Optional<State> now(Named named) {
        return consents.now(shop, named, identities.resolve(shop, named)).map(Consent::state);
    }

    private boolean allows(boolean personalizeUnknown, CustomerId customer) {
        WebsiteSettings settings = new WebsiteSettings(SHOP.settings().timeZone(), Optional.empty(),
                personalizeUnknown, 395, false, 7, 395);
        Website website = new Website(shop, SHOP.uuid(), SHOP.name(), SHOP.url(), SHOP.currency(), SHOP.locale(),
                SHOP.hosts(), settings);
        return consents.allows(website, by(customer), identities.resolve(shop, by(customer)));
    }

    private void associate(TrackingUserId browser, Optional<CustomerId> customer, List<EmailKey> email) {
        identities.associate(shop, browser,
                new Association(customer, email, dev.inlay.db.identity.Source.BROWSER));
    }

    private static Named by(CustomerId customer) {
        return Named.byCustomer(List.of(customer));
    }

    private static List<EmailKey> address(String email) {
        return PERSONAL_DATA.emailKeys(EmailAddress.parse(email).orElseThrow());
    }
}
