package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.newsletter.Newsletter;
import dev.inlay.server.snippet.SnippetMaker;
import dev.inlay.server.statistics.ResultsReader;
import dev.inlay.server.tokens.RecipientLists;
import dev.inlay.server.tokens.TokenMaker;
import java.time.InstantSource;
import java.util.List;

/** All pages about campaigns, put together once. */
public final class CampaignsPart implements ConsolePart {
    private final List<ConsolePart> pages;

    public CampaignsPart(CampaignStore campaigns, CatalogueStore catalogues, Newsletter newsletter,
            SnippetMaker snippets, TokenMaker tokens, RecipientLists lists, ResultsReader results, InstantSource time) {
        pages = List.of(
                new CampaignList(campaigns, results, time),
                new TemplatePictures(catalogues, newsletter.previews(), time),
                new CampaignPages(campaigns, snippets.templates()),
                new CampaignPage(campaigns, newsletter.explanations(), newsletter.previews(), snippets,
                        tokens),
                new CampaignTokenLists(campaigns, tokens, lists),
                new CampaignRemovals(campaigns, results, time));
    }

    @Override
    public void routing(Gate gate) {
        pages.forEach(page -> page.routing(gate));
    }
}
