package dev.inlay.server;

import dev.inlay.db.Database;
import dev.inlay.db.Secret;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.ProductFeedStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.management.CampaignService;
import dev.inlay.server.management.KeyService;
import dev.inlay.server.snippet.MailServices;
import dev.inlay.server.management.OpenApiService;
import dev.inlay.server.management.ProductService;
import dev.inlay.server.snippet.SnippetMaker;
import dev.inlay.server.console.SnippetPage;
import dev.inlay.server.snippet.SnippetService;
import dev.inlay.server.management.WebsiteService;
import dev.inlay.server.feeds.FeedRuns;
import dev.inlay.server.feeds.ProductFeedService;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.AccessLog;
import dev.inlay.server.http.Connections;
import dev.inlay.server.http.Errors;
import dev.inlay.server.newsletter.CampaignParser;
import dev.inlay.server.newsletter.ClickReports;
import dev.inlay.server.newsletter.Newsletter;
import dev.inlay.server.photos.PhotoFetcher;
import dev.inlay.server.photos.PhotoStore;
import dev.inlay.server.photos.SafeFetcher;
import dev.inlay.server.recommendation.SessionIndexes;
import dev.inlay.server.tracking.SdkService;
import dev.inlay.server.tracking.TrackingService;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.photo.PhotoDecoder;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Every object of a node, built once: the stores, the workers in the background, and the services that speak. */
final class Node implements AutoCloseable {
    private final Database database;
    private final WebsiteStore websites;
    private final CatalogueStore catalogues;
    private final CampaignStore campaigns;
    private final SessionIndexes indexes;
    private final PhotoFetcher photoFetcher;
    private final Newsletter newsletter;
    private final TrackingService tracking;
    private final List<HttpService> ofInstallation;
    private final List<HttpService> ofWebsite = new ArrayList<>();
    private final SnippetPage snippetPage;

    Node(Settings settings, Database database, Secret secret, String installationKey, InstantSource time) {
        this.database = database;
        websites = new WebsiteStore(database, secret);
        IdentityStore identities = new IdentityStore(database);
        ActivityStore activities = new ActivityStore(database, identities);
        catalogues = new CatalogueStore(database);
        campaigns = new CampaignStore(database);
        indexes = new SessionIndexes(websites, catalogues, activities, time);
        PhotoStore photos = new PhotoStore(settings.dataDir());
        SafeFetcher fetcher = new SafeFetcher(settings.allowPrivateSources());
        photoFetcher = new PhotoFetcher(websites, catalogues, fetcher, new PhotoDecoder(), photos, time);
        ProductFeedStore feeds = new ProductFeedStore(database);
        TemplateLibrary templates = TemplateLibrary.bundled();
        Access access = new Access(websites, installationKey);
        newsletter = new Newsletter(
                new Newsletter.Stores(websites, campaigns, new AssignmentStore(database), identities, activities, catalogues),
                indexes,
                new Newsletter.Drawing(templates, new TileRenderer(), photoFetcher::find,
                        settings.dataDir().resolve("tiles")),
                access, secret, time);
        tracking = new TrackingService(websites, identities, activities, new PersonalData(secret), access,
                new ClickReports(secret, campaigns, time));
        SnippetMaker snippets = new SnippetMaker(URI.create(settings.publicUrl()), templates, MailServices.bundled());
        ofInstallation = List.of(new WebsiteService(websites, access), new KeyService(websites, access),
                new ProductService(catalogues, access, photoFetcher::wake),
                new ProductFeedService(access, feeds,
                        new FeedRuns(catalogues, feeds, fetcher, photoFetcher, settings.dataDir(), time)));
        ofWebsite.add(new CampaignService(access, campaigns, new CampaignParser(templates)));
        ofWebsite.add(new SnippetService(access, campaigns, snippets));
        ofWebsite.addAll(newsletter.services());
        snippetPage = new SnippetPage(access, campaigns, snippets);
    }

    /** Makes ready what must not wait for the first request, and starts the workers. */
    void warmUp() {
        newsletter.warmUp();
        indexes.start();
        photoFetcher.start();
    }

    /** Every route of the public listener. */
    void routing(HttpRouting.Builder routing) {
        Errors.register(routing);
        routing.addFilter(Connections::closeAsAnnounced)
                .addFilter(new AccessLog())
                .addFilter(newsletter.tiles())
                .register("/serve", tracking)
                .register("/", new SdkService())
                .register("/openapi", new OpenApiService())
                .register("/console", snippetPage)
                .register("/api/websites", ofInstallation.toArray(HttpService[]::new))
                .register("/api/websites/{websiteUuid}", ofWebsite.toArray(HttpService[]::new));
    }

    /** Answers what never reaches the routing. */
    DirectHandler unreadable() {
        return newsletter.unreadable();
    }

    @Override
    public void close() {
        photoFetcher.close();
        indexes.close();
        newsletter.close();
        campaigns.close();
        catalogues.close();
        websites.close();
        database.close();
    }
}
