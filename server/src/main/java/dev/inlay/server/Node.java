package dev.inlay.server;

import dev.inlay.db.Database;
import dev.inlay.db.Secret;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.people.ErasureStore;
import dev.inlay.db.people.PersonExport;
import dev.inlay.server.activity.ActivityExportService;
import dev.inlay.server.activity.ActivityImportService;
import dev.inlay.server.bounds.Bounds;
import dev.inlay.server.consent.ConsentService;
import dev.inlay.server.consent.Consents;
import dev.inlay.server.console.Console;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.activity.ActivityPage;
import dev.inlay.server.console.campaigns.CampaignsPart;
import dev.inlay.server.console.people.EntryRows;
import dev.inlay.server.console.people.PeoplePages;
import dev.inlay.server.console.people.PersonDataPages;
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
import dev.inlay.server.designs.Designs;
import dev.inlay.server.feeds.BackgroundRuns;
import dev.inlay.server.feeds.FeedHealth;
import dev.inlay.server.feeds.FeedRuns;
import dev.inlay.server.feeds.FeedSchedule;
import dev.inlay.server.feeds.FeedService;
import dev.inlay.server.feeds.OrderIntake;
import dev.inlay.server.feeds.ProductIntake;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.AccessLog;
import dev.inlay.server.http.Connections;
import dev.inlay.server.http.Errors;
import dev.inlay.server.http.ReadablePaths;
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
import dev.inlay.server.people.ErasureWorker;
import dev.inlay.server.people.PeopleService;
import dev.inlay.server.photos.PhotoFetcher;
import dev.inlay.server.photos.PhotoStore;
import dev.inlay.server.photos.SafeFetcher;
import dev.inlay.server.recommendation.index.SessionIndexes;
import dev.inlay.server.recoms.RecomsService;
import dev.inlay.server.retention.Retention;
import dev.inlay.server.snippet.MailServices;
import dev.inlay.server.snippet.SnippetMaker;
import dev.inlay.server.snippet.SnippetService;
import dev.inlay.server.statistics.OrderAttribution;
import dev.inlay.server.statistics.ResultsReader;
import dev.inlay.server.statistics.StatisticsRecorder;
import dev.inlay.server.statistics.StatisticsService;
import dev.inlay.server.tokens.RecipientLists;
import dev.inlay.server.tokens.TokenMaker;
import dev.inlay.server.tokens.TokenService;
import dev.inlay.server.tracking.IdentityService;
import dev.inlay.server.tracking.PublicCalls;
import dev.inlay.server.tracking.Refusals;
import dev.inlay.server.tracking.SdkService;
import dev.inlay.server.tracking.TrackingService;
import dev.inlay.templates.TemplateLibrary;
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
import java.util.List;
import java.util.stream.Stream;

/** Every object of a node, built once: the stores, the workers in the background, and the services that speak. */
final class Node implements AutoCloseable {
    private final Settings settings;
    private final Secret secret;
    private final InstantSource time;
    private final Stores stores;
    private final Access access;
    private final Designs designs;
    private final TemplateLibrary templates;
    private final Metrics metrics = new Metrics();
    private final Refusals refusals;
    private final Bounds bounds;
    private final PublicCalls publicCalls;
    private final SessionIndexes indexes;
    private final PhotoFetcher photoFetcher;
    private final FeedRuns feedRuns;
    private final FeedSchedule feedSchedule;
    private final BackgroundRuns backgroundRuns;
    private final Consents consents;
    private final StatisticsRecorder recorder;
    private final OrderAttribution attribution;
    private final ResultsReader results;
    private final Retention retention;
    private final PersonExport personExport;
    private final ErasureStore erasures;
    private final ErasureWorker erasureWorker;
    private final Newsletter newsletter;
    private final TrackingService tracking;
    private final RecomsService recoms;
    private final SnippetMaker snippets;
    private final TokenMaker tokens;
    private final RecipientLists recipientLists;
    private final Console console;

    Node(Settings settings, Database database, Secret secret, String installationKey, InstantSource time) {
        this.settings = settings;
        this.secret = secret;
        this.time = time;
        designs = Designs.read(settings.designs());
        templates = designs.templates();
        stores = new Stores(database, secret);
        access = new Access(stores.websites, installationKey);
        refusals = new Refusals(time);
        bounds = new Bounds(settings.callLimits(), time);
        publicCalls = new PublicCalls(stores.websites, access, bounds);
        indexes = new SessionIndexes(stores.websites, stores.catalogues, stores.activities, settings.dataDir(),
                time);
        SafeFetcher fetcher = new SafeFetcher(settings.allowPrivateSources());
        photoFetcher = new PhotoFetcher(stores.websites, stores.catalogues, fetcher, new PhotoDecoder(),
                new PhotoStore(settings.dataDir()), time);
        feedRuns = new FeedRuns(stores.feeds, fetcher, new ProductIntake(stores.catalogues, photoFetcher, time),
                new OrderIntake(stores.catalogues, stores.orderStore, stores.personalData, time), settings.dataDir());
        feedSchedule = new FeedSchedule(stores.websites, stores.feeds, feedRuns, time);
        backgroundRuns = new BackgroundRuns(feedRuns);
        LockKeys lockKeys = new LockKeys(stores.personalData);
        consents = new Consents(stores.consents, stores.identities, stores.assignments, lockKeys);
        recorder = new StatisticsRecorder(stores.statistics, stores.locks, lockKeys, time);
        attribution = new OrderAttribution(new OrderAttribution.Stores(stores.websites, stores.catalogues,
                stores.identities, stores.consents, stores.orders, stores.locks, stores.attributions), lockKeys, time);
        results = new ResultsReader(stores.statistics, stores.websites, recorder);
        retention = new Retention(stores.websites, stores.retention, time);
        personExport = new PersonExport(stores.ofPeople(), lockKeys::of);
        erasures = new ErasureStore(database, secret, stores.consents, stores.people, lockKeys::of, time);
        erasureWorker = new ErasureWorker(erasures);
        stores.people.whenKnown(recorder::forgetReaders);
        newsletter = newsletter();
        tracking = new TrackingService(stores.websites, stores.identities, stores.activities, stores.personalData,
                access, publicCalls,
                new ClickReports(secret, stores.campaigns, stores.identities, stores.consents, time), refusals);
        recoms = new RecomsService(publicCalls, refusals, access, newsletter.persons(), newsletter.picks(),
                stores.catalogues, time);
        snippets = new SnippetMaker(URI.create(settings.publicUrl()), templates, MailServices.bundled());
        tokens = new TokenMaker(stores.tokens, stores.personalData);
        recipientLists = new RecipientLists(settings.dataDir());
        console = new Console(stores.websites, access, secret, installationKey, settings.publicUrl(), time, pages());
        metrics.watch(database, tracking, bounds, newsletter, indexes,
                new FeedHealth(stores.websites, stores.catalogues, stores.feeds, time), recorder);
        metrics.watch(photoFetcher);
    }

    /** Makes ready what must not wait for the first request, and starts the workers. */
    void warmUp() {
        newsletter.warmUp();
        designs.start();
        indexes.start();
        photoFetcher.start();
        feedSchedule.start();
        attribution.start();
        retention.start();
        erasureWorker.start();
    }

    /** Every route of the public listener. */
    void routing(HttpRouting.Builder routing) {
        Errors.register(routing);
        routing.addFilter(Connections::closeAsAnnounced)
                .addFilter(new AccessLog())
                .addFilter(newsletter.tiles())
                .addFilter(metrics.requests())
                .addFilter(ReadablePaths::demanded)
                .register("/serve", tracking, recoms)
                .register("/", new SdkService(), new IdentityService(publicCalls, refusals))
                .register("/openapi", new OpenApiService())
                .get("/", Node::toConsole)
                .register("/console", console)
                .register("/api/websites", ofInstallation())
                .register("/api/websites/{websiteUuid}", ofWebsite());
    }

    /** Answers what never reaches the routing. */
    DirectHandler unreadable() {
        return metrics.unreadable(newsletter.unreadable());
    }

    /** What the admin listener tells of this node in figures. */
    HttpService metricsPage() {
        return metrics.page();
    }

    /** Reads no more feeds in the background, while what was asked is still answered. */
    void stopFeeds() {
        feedSchedule.stop();
        backgroundRuns.stop();
    }

    @Override
    public void close() {
        designs.close();
        feedSchedule.close();
        backgroundRuns.close();
        feedRuns.close();
        attribution.close();
        retention.close();
        erasureWorker.close();
        photoFetcher.close();
        indexes.close();
        newsletter.close();
        recoms.close();
        recorder.close();
        stores.close();
        metrics.close();
    }

    private Newsletter newsletter() {
        return new Newsletter(
                new Newsletter.Stores(stores.websites, stores.campaigns, stores.assignments, stores.people,
                        stores.consents, stores.identities, stores.activities, stores.catalogues,
                        stores.tokens),
                indexes,
                new Newsletter.Drawing(templates, designs.renderer(), photoFetcher::find,
                        settings.dataDir().resolve("tiles")),
                access, secret, time, List.of(recorder, metrics.tiles()));
    }

    private HttpService[] ofInstallation() {
        return new HttpService[] {
            new WebsiteService(stores.websites, access),
            new KeyService(stores.websites, access),
            new ProductService(stores.catalogues, access, photoFetcher::wake),
            new FeedService(FeedKind.PRODUCTS, access, stores.feeds, feedRuns, time),
            new FeedService(FeedKind.ORDERS, access, stores.feeds, feedRuns, time)};
    }

    private HttpService[] ofWebsite() {
        List<HttpService> own = List.of(
                new CampaignService(access, stores.campaigns, new CampaignParser(templates)),
                new SnippetService(access, stores.campaigns, snippets),
                new StatisticsService(access, stores.campaigns, results, time),
                new TokenService(access, stores.campaigns, stores.tokenKeys, tokens, recipientLists),
                new ActivityExportService(access, stores.exports),
                new ActivityImportService(access, stores.imports, stores.catalogues, stores.personalData, time),
                new ConsentService(access, consents, stores.personalData, time),
                new PeopleService(access, newsletter.subjects(), personExport, erasures));
        return Stream.concat(own.stream(), newsletter.services().stream()).toArray(HttpService[]::new);
    }

    private List<ConsolePart> pages() {
        FeedViewer feeds = new FeedViewer(stores.feeds, backgroundRuns, stores.catalogues, time);
        PersonReferences references = new PersonReferences(secret);
        return List.of(
                new StartPage(new Checklist(stores.catalogues, feeds, stores.activities, stores.campaigns,
                        settings.publicUrl(), time), new WeekReader(stores.campaigns, results, time)),
                new CampaignsPart(stores.campaigns, stores.catalogues, newsletter, snippets, tokens, recipientLists,
                        results, time),
                new ProductPages(stores.catalogues, photoFetcher::find, newsletter.previews(), templates, time),
                new FeedPages(feeds, stores.feeds, feedRuns, backgroundRuns, stores.catalogues, time),
                new PeoplePages(stores.identities, stores.catalogues, stores.personalData, personExport,
                        newsletter.previews(), references),
                new PersonDataPages(stores.identities, personExport, erasures, references, time),
                new PersonPage(stores.identities, stores.activities, stores.catalogues, stores.campaigns,
                        newsletter.explanations(), consents, references),
                new ActivityPage(stores.activities, stores.catalogues, stores.campaigns, results, refusals,
                        new EntryRows(stores.catalogues, references), time),
                new ResultsPages(stores.campaigns, stores.catalogues, results, time),
                new SettingsPages(stores.websites,
                        new Installation(Main.VERSION, settings.publicUrl(), stores.kind())));
    }

    private static void toConsole(ServerRequest request, ServerResponse response) {
        response.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, "/console").send();
    }
}
