package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.newsletter.Previews;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** All campaigns of a website, and pictures of the templates that they can use. */
public final class CampaignList implements ConsolePart {
    private final CampaignStore campaigns;
    private final CatalogueStore catalogues;
    private final Previews previews;
    private final InstantSource time;

    record Line(Campaign campaign, String name, String path, String type, String template) {
        static Line of(Campaign campaign) {
            return new Line(campaign, campaign.settings().path("name").asText(), CampaignPages.path(campaign),
                    CampaignSummary.typeWords(campaign), campaign.settings().path("template").asText());
        }
    }

    public CampaignList(CampaignStore campaigns, CatalogueStore catalogues, Previews previews, InstantSource time) {
        this.campaigns = campaigns;
        this.catalogues = catalogues;
        this.previews = previews;
        this.time = time;
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/campaigns", this::list)
                .get("/templates/{template}.png", this::template);
    }

    private void list(ConsoleCall call) {
        List<Line> lines = campaigns.list(call.website().id()).stream().map(Line::of).toList().reversed();
        call.show("campaigns/list", "Campaigns", "Campaigns", lines);
    }

    /** A template with a product of this very shop. */
    private void template(ConsoleCall call) throws Exception {
        Catalogue catalogue = catalogues.catalogue(call.website().id());
        Optional<Product> sample = catalogue.products().stream()
                .filter(product -> product.inStock() && catalogue.isShowable(product, time.instant())).findFirst();
        String template = call.path("template");
        call.png(sample.isPresent() ? previews.product(call.website(), template, sample.get())
                : previews.neutral(call.website(), template));
    }
}
