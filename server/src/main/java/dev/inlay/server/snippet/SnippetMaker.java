package dev.inlay.server.snippet;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.newsletter.CampaignSettings;
import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateLibrary;
import java.net.URI;

/** Makes snippets that point at {@code publicUrl} ({@code INLAY_PUBLIC_URL}). */
public record SnippetMaker(URI publicUrl, TemplateLibrary templates, MailServices services) {
    /** The snippet that {@code query} asks for: {@code service}, {@code identity}, own tags. */
    public Snippet make(Campaign campaign, RawQuery query) {
        CampaignSettings settings = CampaignSettings.from(campaign.settings());
        Template template = templates.find(settings.template())
                .orElseThrow(() -> HttpProblem.conflict("the template of the campaign is not there any more"));
        return new Snippet(publicUrl, campaign, settings, template, MergeTags.from(query, services, usual(settings)));
    }

    /** How a campaign names its readers unless the operator wants it otherwise. */
    public static IdentityParameter usual(CampaignSettings settings) {
        return settings.identityByTokenOnly() ? IdentityParameter.TOKEN : IdentityParameter.USER_EMAIL;
    }
}
