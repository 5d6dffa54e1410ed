package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void templateThatAMailWasLockedWithIsKnownAfterItHasChanged(@TempDir Path folder) throws IOException {
        TemplateLibrary templates = TestTemplates.library(folder);
        Mailings mailings = new Mailings(shop.campaigns, shop.websites, templates);
        String campaign = shop.campaign("'template':'live'").id();
        Mailing before = mailings.find(campaign).orElseThrow();
        mailings.keep(before);

        Path file = folder.resolve("live.yaml");
        Files.writeString(file, Files.readString(file) + "# changed\n");
        templates.reload();
        templates.reload();

        Mailing after = mailings.find(campaign).orElseThrow();
        assertThat(after.template().version()).isNotEqualTo(before.template().version());
        assertThat(mailings.known(after, before.template().version())).contains(before.template());
    }
}
