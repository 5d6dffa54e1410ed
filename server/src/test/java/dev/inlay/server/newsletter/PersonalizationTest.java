package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.recommendation.Recommender;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonalizationTest extends SharedShop {
    @Test
    void lockOfAnEarlierEditionIsFoundButNotRemembered() {
        shop.products(3);
        Campaign campaign = shop.campaign("'slots':1");
        Personalization personalization = personalization(shop.now::get);
        personalization.opened(anna(campaign), 1);
        shop.campaigns.clear(shop.website.id(), campaign.id());
        Letter cleared = anna(campaign);

        assertThat(personalization.find(cleared)).isPresent();

        assertThat(personalization.remembered(cleared)).isEmpty();
    }

    @Test
    void lockOfThisEditionIsRemembered() {
        shop.products(3);
        Letter letter = anna(shop.campaign("'slots':1"));
        Personalization personalization = personalization(shop.now::get);

        Assignment locked = personalization.opened(letter, 1);

        assertThat(personalization.remembered(letter)).contains(locked);
    }

    @Test
    void slotsAddedWhileTwoFirstRequestsRaceShowNoVariantTwice() {
        for (int group = 1; group <= 6; group++) {
            shop.put(shop.product("small" + group).withItemGroupId("group" + group));
            shop.put(shop.product("large" + group).withItemGroupId("group" + group));
        }
        String four = "'slots':4,'pinnedProducts':['small1','small2','small3','small4']";
        String six = "'slots':6,'pinnedProducts':['large3','large4','large5','large6','large1','large2']";
        Campaign campaign = shop.campaign(four);
        Letter before = anna(campaign);
        Letter after = anna(shop.change(campaign, six));
        AtomicBoolean raced = new AtomicBoolean();
        Personalization other = personalization(shop.now::get);
        Personalization personalization = personalization(() -> {
            if (raced.compareAndSet(false, true)) {
                other.opened(before, 1);
            }
            return shop.now.get();
        });

        List<String> shown = products(personalization.opened(after, 6));

        assertThat(shown).containsExactly("small1", "small2", "small3", "small4", "large5", "large6");
        assertThat(products(other.clicked(after, 1))).isEqualTo(shown);
    }

    @Test
    void cartProductThatIsBoughtBeforeTheMailIsOpenedIsNotShownAsAbandoned() {
        shop.products(3);
        Owner anna = Owner.of(shop.shopper("anna@example.com"));
        shop.activities.recordCart(shop.website.id(), anna, List.of(ProductReference.ofNumber("p2"),
                ProductReference.ofNumber("p3")), Association.NONE);
        Letter letter = anna(shop.campaign(
                "'slots':2,'strategies':[{'type':'abandoned_cart'}],'defaultProducts':['p1'],'excludeBoughtDays':0"));
        shop.advance(Duration.ofMinutes(5));
        shop.activities.recordConversion(shop.website.id(), anna, new Conversion("4711", Optional.empty(),
                List.of(new OrderLine(ProductReference.ofNumber("p2"), Optional.empty(), Optional.empty()))),
                Association.NONE);

        assertThat(products(personalization(shop.now::get).opened(letter, 1))).containsExactly("p3", "p1");
    }

    @Test
    void onlyWhatWasLockedIsTold() {
        Website empty = shop.websites.create(new Website(0, new UUID(0, 0), "Empty",
                URI.create("https://empty.example/"), shop.website.currency(), shop.website.locale(),
                List.of("empty.example"), WebsiteSettings.DEFAULTS));
        shop.product("only");
        Campaign campaign = shop.campaign("'slots':1,'pinnedProducts':['only']");
        Campaign ofNothing = shop.campaigns.create(empty.id(), campaign.type(), campaign.period(), 1,
                campaign.settings());
        LockCounter locks = new LockCounter();
        Personalization personalization = personalization(shop.now::get, locks);

        assertThat(personalization.opened(anna(ofNothing), 1).locked()).isFalse();
        assertThat(locks.told).isZero();
        assertThat(personalization.opened(anna(campaign), 1).locked()).isTrue();
        assertThat(locks.told).isEqualTo(1);
    }

    @Test
    void whatWasPickedBeforeADenialIsNotLockedAfterIt() {
        shop.products(3);
        shop.view(shop.shopper("anna@example.com"), "p2");
        Letter letter = anna(shop.campaign("'slots':1,'defaultProducts':['p3']"));
        AtomicInteger proposals = new AtomicInteger();
        Personalization personalization = personalization(() -> {
            if (proposals.incrementAndGet() == 1) {
                deny(letter);
            }
            return shop.now.get();
        });

        List<String> shown = products(personalization.opened(letter, 1));

        assertThat(shown).containsExactly("p3");
        assertThat(proposals).hasValue(2);
        assertThat(products(personalization.find(letter).orElseThrow())).isEqualTo(shown);
    }

    @Test
    void slotsThatWereLockedBeforeADenialAreNotKeptWhenTheCampaignGrowsMeanwhile() {
        shop.products(3);
        shop.view(shop.shopper("anna@example.com"), "p2");
        Campaign campaign = shop.campaign("'slots':1,'defaultProducts':['p3','p1']");
        personalization(shop.now::get).opened(anna(campaign), 1);
        Letter longer = anna(shop.change(campaign, "'slots':2,'defaultProducts':['p3','p1']"));
        AtomicBoolean denied = new AtomicBoolean();
        Personalization personalization = personalization(() -> {
            if (denied.compareAndSet(false, true)) {
                deny(longer);
            }
            return shop.now.get();
        });

        assertThat(products(personalization.opened(longer, 2))).containsExactly("p3", "p1");
    }

    @Test
    void lockFromBeforeADenialIsNotRemembered() {
        shop.products(3);
        Letter letter = anna(shop.campaign("'slots':1"));
        Personalization personalization = personalization(shop.now::get);
        personalization.opened(letter, 1);
        assertThat(personalization.remembered(letter)).isPresent();

        deny(letter);
        long now = shop.people.current(shop.website.id());
        while (shop.people.known(shop.website.id()) < now) {
            Thread.onSpinWait();
        }

        assertThat(personalization.remembered(letter)).isEmpty();
    }

    private static void deny(Letter letter) {
        shop.sayConsent(letter.recipient().named(), Consent.State.DENIED);
    }

    @AfterEach
    void forgetWhatAnnaSaid() {
        Named anna = Named.byEmail(shop.personalData.emailKeys(EmailAddress.parse("anna@example.com").orElseThrow()));
        anna.emails().forEach(key -> shop.consents.forget(shop.website.id(), List.of(Owner.of(key))));
    }

    private static final class LockCounter implements TileObserver {
        private int told;

        @Override
        public void visited(TileVisit visit) { }

        @Override
        public void locked(Audience audience) {
            told++;
        }
    }

    private static List<String> products(Assignment assignment) {
        return assignment.slots().stream().map(Pick::productNumber).toList();
    }

    /** @param time asked once for each proposal, after the store was asked for a lock and before one is made */
    private static Personalization personalization(InstantSource time) {
        return personalization(time, visit -> { });
    }

    private static Personalization personalization(InstantSource time, TileObserver observer) {
        CampaignPicks picks = new CampaignPicks(shop.identities, shop.consents, shop.activities,
                shop.catalogues, shop.indexes, new Recommender(), time);
        return new Personalization(shop.assignments, shop.people, picks, mailings(),
                new HoldOut(shop.personalData), observer);
    }

    private static Letter anna(Campaign campaign) {
        Letters letters = new Letters(new RecipientParser(shop.personalData, shop.tokens), shop.personalData,
                shop.now::get);
        return letters.sent(mailings().find(campaign.id()).orElseThrow(),
                RawQuery.parse("send=1&userEmail=anna@example.com"));
    }

    private static Mailings mailings() {
        return new Mailings(shop.campaigns, shop.websites, shop.templates);
    }
}
