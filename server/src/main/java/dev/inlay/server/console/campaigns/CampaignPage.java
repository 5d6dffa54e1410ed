package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.newsletter.CampaignSettings;
import dev.inlay.server.newsletter.Explanation;
import dev.inlay.server.newsletter.Explanations;
import dev.inlay.server.newsletter.Previews;
import dev.inlay.server.snippet.SnippetMaker;
import dev.inlay.server.snippet.TileUrls;
import dev.inlay.server.tokens.TokenMaker;
import java.util.List;
import java.util.Optional;

/**
 * One campaign: what it is set to, what anybody would see of it and why, and the snippet. Looking never locks and never
 * counts. Whom the operator looks as comes by {@code POST} and is kept nowhere.
 */
public final class CampaignPage implements ConsolePart {
    private static final RawQuery SAMPLE = RawQuery.parse("service=custom&identity=userEmail&emailTag=preview");

    private final CampaignStore campaigns;
    private final Explanations explanations;
    private final Previews previews;
    private final SnippetMaker snippets;
    private final TokenMaker tokens;

    /** @param preview what the frame and the sentences show, {@code snippet} what is pasted into a newsletter */
    record View(Campaign campaign, String path, CampaignSummary summary, CampaignPreview preview, SnippetChoice snippet,
            String done) {
        String name() {
            return summary.settings().name();
        }

        boolean isByTokenOnly() {
            return summary.settings().identityByTokenOnly();
        }

        /** What was just done; empty if nothing was. */
        String doneWords() {
            return switch (done) {
                case "made" -> "The campaign is there.";
                case "saved" -> "Saved. New selections follow it from now on; what is locked stays.";
                case "cleared" -> "Cleared. Every reader gets a new selection.";
                default -> "";
            };
        }
    }

    CampaignPage(CampaignStore campaigns, Explanations explanations, Previews previews, SnippetMaker snippets,
            TokenMaker tokens) {
        this.campaigns = campaigns;
        this.explanations = explanations;
        this.previews = previews;
        this.snippets = snippets;
        this.tokens = tokens;
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/campaigns/{campaignId}", call -> show(call, CampaignViewer.stranger()))
                .post("/campaigns/{campaignId}", call -> show(call, CampaignViewer.of(call.form())))
                .get("/campaigns/{campaignId}/mail", this::mail)
                .get("/campaigns/{campaignId}/tile.png", this::tile);
    }

    /** Where, below a campaign's page, its picture of a product lies; of a blank number the neutral one. */
    public static String tile(String productNumber, String templateVersion) {
        return "/tile.png?product=" + UrlPart.encoded(productNumber) + "&template="
                + UrlPart.encoded(templateVersion);
    }

    private void show(ConsoleCall call, CampaignViewer viewer) {
        Campaign campaign = CampaignPages.find(campaigns, call);
        CampaignPreview preview = preview(call, campaign, viewer);
        View view = new View(campaign, CampaignPages.path(campaign), CampaignSummary.of(campaign), preview,
                SnippetChoice.of(snippets, campaign, call.query()), call.query().first("done").orElse(""));
        call.show("campaigns/campaign", "Campaigns", view.name(), view);
    }

    private CampaignPreview preview(ConsoleCall call, Campaign campaign, CampaignViewer viewer) {
        if (viewer.isIncomplete()) {
            return CampaignPreview.none(viewer);
        }
        try {
            Explanation explanation = viewer.isNobody()
                    ? explanations.ofNobody(call.website(), campaign, viewer.send())
                    : explanations.ofNamed(call.website(), campaign, new Members(viewer.person()));
            return new CampaignPreview(viewer, Optional.of(PreviewMail.of(explanation, viewer.withoutImages()).query()),
                    Optional.of(new Reasons(explanation)), real(campaign, viewer));
        } catch (HttpProblem e) {
            return CampaignPreview.none(new CampaignViewer(viewer.form().with(e)));
        }
    }

    private List<TileUrls> real(Campaign campaign, CampaignViewer viewer) {
        boolean byTokenOnly = CampaignSettings.from(campaign.settings()).identityByTokenOnly();
        return (byTokenOnly ? viewer.tags(tokens.of(campaign)) : viewer.tags())
                .map(tags -> snippets.make(campaign, tags).urls()).orElse(List.of());
    }

    private void mail(ConsoleCall call) {
        Campaign campaign = CampaignPages.find(campaigns, call);
        call.showMail(PreviewMail.parse(call.query()).html(snippets.make(campaign, SAMPLE),
                "/console/websites/" + call.website().uuid() + CampaignPages.path(campaign)));
    }

    private void tile(ConsoleCall call) throws Exception {
        Campaign campaign = CampaignPages.find(campaigns, call);
        call.png(previews.tile(call.website(), campaign, PreviewMail.product(call.query()),
                call.query().first("template").orElse("")));
    }
}
