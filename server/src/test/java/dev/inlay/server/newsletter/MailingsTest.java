package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.templates.Template;
import org.junit.jupiter.api.Test;

class MailingsTest extends SharedShop {
    @Test
    void templateThatTheStoreLacksIsFoundOnceItIsThere() {
        Mailings mailings = new Mailings(shop.campaigns, shop.websites, shop.templates);
        Mailing mailing = mailings.find(shop.campaign("'template':'product-tile'").id()).orElseThrow();
        Template card = shop.templates.find("product-card").orElseThrow();

        assertThat(mailings.pinned(mailing, card.version())).isEqualTo(mailing.template());
        shop.campaigns.keepTemplate(shop.website.id(), card.version(), card.content());

        assertThat(mailings.pinned(mailing, card.version()).version()).isEqualTo(card.version());
        assertThat(mailings.known(mailing, card.version())).isPresent();
    }
}
