package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateLibrary;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds campaigns with their website, settings and template, all in memory; and the templates that locks pinned.
 */
final class Mailings {
    /** A template as a lock pinned it; versions are known per website. */
    private record Pinned(int websiteId, String version) { }

    private final CampaignStore campaigns;
    private final WebsiteStore websites;
    private final TemplateLibrary templates;
    private final Cache<JsonNode, CampaignSettings> settings = Caffeine.newBuilder().weakKeys().build();
    private final Cache<Pinned, Template> pinned = Caffeine.newBuilder().maximumSize(1_000).build();
    private final Cache<Pinned, Boolean> kept = Caffeine.newBuilder().maximumSize(10_000).build();

    Mailings(CampaignStore campaigns, WebsiteStore websites, TemplateLibrary templates) {
        this.campaigns = campaigns;
        this.websites = websites;
        this.templates = templates;
    }

    /** Empty if there is no such campaign, or no website of it any more. */
    Optional<Mailing> find(String campaignId) {
        return campaigns.find(campaignId).flatMap(campaign -> websites.find(campaign.websiteId())
                .map(website -> of(website, campaign)));
    }

    List<Mailing> list(Website website) {
        return campaigns.list(website.id()).stream().map(campaign -> of(website, campaign)).toList();
    }

    /** What new mails are drawn with, and the default of campaigns. */
    Collection<Template> templatesInUse() {
        Set<Template> used = new LinkedHashSet<>();
        templates.find(CampaignParser.DEFAULT_TEMPLATE).ifPresent(used::add);
        websites.list().forEach(website -> list(website).forEach(mailing -> used.add(mailing.template())));
        return used;
    }

    /** The template that {@code version} names; the mailing's own if it is that one or the store has lost it. */
    Template pinned(Mailing mailing, String version) {
        return known(mailing, version).or(() -> read(mailing, version)).orElse(mailing.template());
    }

    /** As {@link #pinned}, without asking the store. */
    Optional<Template> known(Mailing mailing, String version) {
        return mailing.template().version().equals(version)
                ? Optional.of(mailing.template())
                : Optional.ofNullable(pinned.getIfPresent(new Pinned(mailing.website().id(), version)));
    }

    private Optional<Template> read(Mailing mailing, String version) {
        Optional<Template> found = campaigns.findTemplate(mailing.website().id(), version)
                .map(content -> Template.parse(mailing.settings().template(), content));
        found.ifPresent(template -> pinned.put(new Pinned(mailing.website().id(), version), template));
        return found;
    }

    /**
     * Makes sure that the store holds the mailing's template, so that a lock may pin it; and remembers it, so that the
     * mail looks the same while the store is away, also when the template has changed.
     */
    void keep(Mailing mailing) {
        Template template = mailing.template();
        Pinned key = new Pinned(mailing.website().id(), template.version());
        if (kept.getIfPresent(key) == null) {
            campaigns.keepTemplate(mailing.website().id(), template.version(), template.content());
            kept.put(key, true);
            pinned.put(key, template);
        }
    }

    /** {@code campaign} with what belongs to it; {@code website} is its own. */
    Mailing of(Website website, Campaign campaign) {
        CampaignSettings known = settings.get(campaign.settings(), CampaignSettings::from);
        Template template = templates.find(known.template())
                .orElseGet(() -> templates.find(CampaignParser.DEFAULT_TEMPLATE).orElseThrow());
        return new Mailing(website, campaign, known, template);
    }
}
