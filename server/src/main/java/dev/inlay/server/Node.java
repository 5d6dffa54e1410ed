package dev.inlay.server;

import dev.inlay.db.Database;
import dev.inlay.db.Secret;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.ProductFeedStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.statistics.AttributionStore;
import dev.inlay.db.statistics.StatisticsStore;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.console.Console;
import dev.inlay.server.console.activity.ActivityPage;
import dev.inlay.server.console.campaigns.CampaignsPart;
import dev.inlay.server.console.people.EntryRows;
import dev.inlay.server.console.people.PeoplePages;
import dev.inlay.server.console.people.PersonPage;
import dev.inlay.server.console.people.PersonReferences;
import dev.inlay.server.console.products.FeedPages;
import dev.inlay.server.console.products.FeedViewer;
import dev.inlay.server.console.products.ProductPages;
import dev.inlay.server.console.results.ResultsPages;
import dev.inlay.server.console.settings.Installation;
import dev.inlay.server.console.settings.SettingsPages;
import dev.inlay.server.console.start.Checklist;
import dev.inlay.server.console.start.StartPage;
import dev.inlay.server.console.start.WeekReader;
import dev.inlay.server.feeds.BackgroundRuns;
import dev.inlay.server.feeds.FeedHealth;
import dev.inlay.server.feeds.FeedRuns;
import dev.inlay.server.feeds.FeedSchedule;
import dev.inlay.server.feeds.ProductFeedService;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.AccessLog;
import dev.inlay.server.http.Connections;
import dev.inlay.server.http.Errors;
import dev.inlay.server.management.CampaignService;
import dev.inlay.server.management.KeyService;
import dev.inlay.server.management.OpenApiService;
import dev.inlay.server.management.ProductService;
import dev.inlay.server.management.WebsiteService;
import dev.inlay.server.metrics.Metrics;
import dev.inlay.server.newsletter.CampaignParser;
import dev.inlay.server.newsletter.ClickReports;
import dev.inlay.server.newsletter.LockKeys;
import dev.inlay.server.newsletter.Newsletter;
import dev.inlay.server.photos.PhotoFetcher;
import dev.inlay.server.photos.PhotoStore;
import dev.inlay.server.photos.SafeFetcher;
import dev.inlay.server.recommendation.SessionIndexes;
import dev.inlay.server.snippet.MailServices;
import dev.inlay.server.snippet.SnippetMaker;
import dev.inlay.server.snippet.SnippetService;
import dev.inlay.server.statistics.OrderAttribution;
import dev.inlay.server.statistics.ResultsReader;
import dev.inlay.server.statistics.StatisticsRecorder;
import dev.inlay.server.statistics.StatisticsService;
import dev.inlay.server.tracking.Refusals;
import dev.inlay.server.tracking.SdkService;
import dev.inlay.server.tracking.TrackingService;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.photo.PhotoDecoder;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Every object of a node, built once: the stores, the workers in the background, and the services that speak. */
final class Node implements AutoCloseable {
    private final Metrics metrics = new Metrics();
    private final Database database;
    private final WebsiteStore websites;
    private final CatalogueStore catalogues;
    private final CampaignStore campaigns;
    private final SessionIndexes indexes;
    private final PhotoFetcher photoFetcher;
    private final ProductFeedStore feeds;
    private final FeedSchedule feedSchedule;
    private final BackgroundRuns backgroundRuns;
    private final Newsletter newsletter;
    private final StatisticsRecorder recorder;
    private final OrderAttribution attribution;
    private final TrackingService tracking;
    private final List<HttpService> ofInstallation;
    private final List<HttpService> ofWebsite = new ArrayList<>();
    private final Console console;

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
        feeds = new ProductFeedStore(database, secret);
        FeedRuns feedRuns = new FeedRuns(catalogues, feeds, fetcher, photoFetcher, settings.dataDir(), time);
        feedSchedule = new FeedSchedule(websites, feeds, feedRuns, time);
        backgroundRuns = new BackgroundRuns(feedRuns);
        TemplateLibrary templates = TemplateLibrary.bundled();
        Access access = new Access(websites, installationKey);
        PersonalData personalData = new PersonalData(secret);
        StatisticsStore statistics = new StatisticsStore(database);
        LockHistory locks = new LockHistory(database);
        LockKeys lockKeys = new LockKeys(personalData);
        recorder = new StatisticsRecorder(statistics, locks, lockKeys, time);
        attribution = new OrderAttribution(new OrderAttribution.Stores(websites, catalogues, identities,
                new CountedOrders(database), locks, new AttributionStore(database)), lockKeys, time);
        newsletter = new Newsletter(
                new Newsletter.Stores(websites, campaigns, new AssignmentStore(database), identities, activities, catalogues),
                indexes,
                new Newsletter.Drawing(templates, new TileRenderer(), photoFetcher::find,
                        settings.dataDir().resolve("tiles")),
                access, secret, time, List.of(recorder, metrics.tiles()));
        Refusals refusals = new Refusals(time);
        tracking = new TrackingService(websites, identities, activities, personalData, access,
                new ClickReports(secret, campaigns, time), refusals);
        SnippetMaker snippets = new SnippetMaker(URI.create(settings.publicUrl()), templates, MailServices.bundled());
        ofInstallation = List.of(new WebsiteService(websites, access), new KeyService(websites, access),
                new ProductService(catalogues, access, photoFetcher::wake),
                new ProductFeedService(access, feeds, feedRuns, time));
        ofWebsite.add(new CampaignService(access, campaigns, new CampaignParser(templates)));
        ofWebsite.add(new SnippetService(access, campaigns, snippets));
        ResultsReader results = new ResultsReader(statistics, websites, recorder);
        ofWebsite.add(new StatisticsService(access, campaigns, results, time));
        ofWebsite.addAll(newsletter.services());
        Installation installation = new Installation(Main.VERSION, settings.publicUrl(),
                database.isShared() ? "PostgreSQL" : "embedded (H2)");
        FeedViewer feedViewer = new FeedViewer(feeds, backgroundRuns, catalogues, time);
        PersonReferences references = new PersonReferences(secret);
        console = new Console(websites, access, secret, installationKey, settings.publicUrl(), time, List.of(
                new StartPage(new Checklist(catalogues, feedViewer, activities, campaigns, settings.publicUrl(), time),
                        new WeekReader(campaigns, results, time)),
                new CampaignsPart(campaigns, catalogues, newsletter, snippets, results, time),
                new ResultsPages(campaigns, catalogues, results, time),
                new ProductPages(catalogues, photoFetcher::find, newsletter.previews(), templates, time),
                new FeedPages(feedViewer, feeds, feedRuns, backgroundRuns, catalogues, time),
                new PeoplePages(identities, catalogues, personalData, newsletter.previews(), references),
                new PersonPage(identities, activities, catalogues, campaigns, newsletter.explanations(), references),
                new ActivityPage(activities, catalogues, campaigns, results, refusals,
                        new EntryRows(catalogues, references), time),
                new SettingsPages(websites, installation)));
        metrics.watch(database, tracking, newsletter, indexes,
                new FeedHealth(websites, catalogues, feeds, time));
    }

    /** Makes ready what must not wait for the first request, and starts the workers. */
    void warmUp() {
        newsletter.warmUp();
        indexes.start();
        photoFetcher.start();
        feedSchedule.start();
        attribution.start();
    }

    /** Every route of the public listener. */
    void routing(HttpRouting.Builder routing) {
        Errors.register(routing);
        routing.addFilter(Connections::closeAsAnnounced)
                .addFilter(new AccessLog())
                .addFilter(newsletter.tiles())
                .addFilter(metrics.requests())
                .register("/serve", tracking)
                .register("/", new SdkService())
                .register("/openapi", new OpenApiService())
                .get("/", Node::toConsole)
                .register("/console", console)
                .register("/api/websites", ofInstallation.toArray(HttpService[]::new))
                .register("/api/websites/{websiteUuid}", ofWebsite.toArray(HttpService[]::new));
    }

    private static void toConsole(ServerRequest request, ServerResponse response) {
        response.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, "/console").send();
    }

    /** Answers what never reaches the routing. */
    DirectHandler unreadable() {
        return metrics.unreadable(newsletter.unreadable());
    }

    /** What the admin listener tells of this node in figures. */
    HttpService metricsPage() {
        return metrics.page();
    }

    @Override
    public void close() {
        feedSchedule.close();
        backgroundRuns.close();
        feeds.close();
        attribution.close();
        photoFetcher.close();
        indexes.close();
        newsletter.close();
        recorder.close();
        campaigns.close();
        catalogues.close();
        websites.close();
        database.close();
        metrics.close();
    }
}
