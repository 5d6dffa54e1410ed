package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.recommendation.Recommender;
import java.time.InstantSource;
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

        var locked = personalization.opened(letter, 1);

        assertThat(personalization.remembered(letter)).contains(locked);
    }

    /** @param time asked once for each proposal, after the store was asked for a lock and before one is made */
    private static Personalization personalization(InstantSource time) {
        CampaignPicks picks = new CampaignPicks(shop.identities, shop.activities, shop.catalogues, shop.indexes,
                new Recommender(), time);
        return new Personalization(shop.assignments, picks, mailings());
    }

    private static Letter anna(Campaign campaign) {
        Letters letters = new Letters(new RecipientParser(shop.personalData), shop.personalData, shop.now::get);
        return letters.sent(mailings().find(campaign.id()).orElseThrow(),
                RawQuery.parse("send=1&userEmail=anna@example.com"));
    }

    private static Mailings mailings() {
        return new Mailings(shop.campaigns, shop.websites, shop.templates);
    }
}
