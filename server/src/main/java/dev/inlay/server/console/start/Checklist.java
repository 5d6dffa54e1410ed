package dev.inlay.server.console.start;

import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.Position;
import dev.inlay.db.activity.TimelineEntry;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.website.Website;
import dev.inlay.server.console.Moment;
import dev.inlay.server.console.products.FeedViewer;
import dev.inlay.server.console.products.ProductState;
import dev.inlay.server.console.start.Steps.CampaignLink;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Looks how far a website is. */
public final class Checklist {
    private static final int EVENTS = 200;

    private final CatalogueStore catalogues;
    private final FeedViewer feeds;
    private final ActivityStore activities;
    private final CampaignStore campaigns;
    private final String publicUrl;
    private final InstantSource time;

    /** @param publicUrl where browsers of shoppers reach this node */
    public Checklist(CatalogueStore catalogues, FeedViewer feeds, ActivityStore activities, CampaignStore campaigns,
            String publicUrl, InstantSource time) {
        this.catalogues = catalogues;
        this.feeds = feeds;
        this.activities = activities;
        this.campaigns = campaigns;
        this.publicUrl = publicUrl;
        this.time = time;
    }

    Steps steps(Website website) {
        Instant now = time.instant();
        Catalogue catalogue = catalogues.catalogue(website.id());
        int showable = (int) catalogue.products().stream()
                .filter(product -> ProductState.of(catalogue, product, now) == ProductState.SHOWABLE).count();
        return new Steps(showable, catalogue.products().size(), feeds.list(website, FeedKind.PRODUCTS),
                lastEvents(website, now), sdkLine(website), campaignLinks(website));
    }

    private Map<EventType, Moment> lastEvents(Website website, Instant now) {
        Map<EventType, Moment> last = new EnumMap<>(EventType.class);
        activities.latest(website.id(), Position.NEWEST, EVENTS).stream().map(TimelineEntry::event)
                .forEach((Event event) -> last.putIfAbsent(event.type(), new Moment(event.time(), now)));
        return last;
    }

    private String sdkLine(Website website) {
        return "<script async src=\"" + publicUrl + "/sdk.js?websiteUuid=" + website.uuid() + "\"></script>";
    }

    private List<CampaignLink> campaignLinks(Website website) {
        return campaigns.list(website.id()).reversed().stream().map(campaign -> new CampaignLink(
                campaign.name(), "/campaigns/" + campaign.id())).toList();
    }
}
