package dev.inlay.server;

import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.activity.ActivityExport;
import dev.inlay.db.activity.ActivityImport;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.token.RecipientTokens;
import dev.inlay.db.token.TokenKeyStore;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.activity.ActivityExportService;
import dev.inlay.server.activity.ActivityImportService;
import dev.inlay.server.bounds.Bounds;
import dev.inlay.server.bounds.CallLimits;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Connections;
import dev.inlay.server.http.Errors;
import dev.inlay.server.http.Json;
import dev.inlay.server.management.KeyService;
import dev.inlay.server.management.OpenApiService;
import dev.inlay.server.management.ProductService;
import dev.inlay.server.management.WebsiteService;
import dev.inlay.server.newsletter.ClickReports;
import dev.inlay.server.newsletter.TestClicks;
import dev.inlay.server.tracking.IdentityService;
import dev.inlay.server.tracking.PublicCalls;
import dev.inlay.server.tracking.Refusals;
import dev.inlay.server.tracking.SdkService;
import dev.inlay.server.tracking.TrackingService;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a real socket with real stores in a folder of the test. */
public final class TestServer implements AutoCloseable {
    public static final String INSTALLATION_KEY = "the-installation-key-of-the-tests-only";

    public final Database database;
    public final WebsiteStore websites;
    public final IdentityStore identities;
    public final ActivityStore activities;
    public final CatalogueStore catalogues;
    public final CampaignStore campaigns;
    public final PersonalData personalData;
    public final ConsentStore consents;
    public final Refusals refusals = new Refusals(InstantSource.system());
    public final Bounds bounds;
    public final AtomicInteger catalogueChanges = new AtomicInteger();
    private final PeopleRevision people;
    private final Secret secret = new Secret("a secret of the tests, long enough".getBytes());
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public TestServer(DatabaseSettings settings) {
        this(settings, CallLimits.DEFAULTS, InstantSource.system());
    }

    /** With limits that go by {@code time}. */
    public TestServer(DatabaseSettings settings, CallLimits limits, InstantSource time) {
        bounds = new Bounds(limits, time);
        database = Database.open(settings, secret);
        websites = new WebsiteStore(database, secret);
        identities = new IdentityStore(database);
        activities = new ActivityStore(database, identities);
        catalogues = new CatalogueStore(database);
        campaigns = new CampaignStore(database);
        personalData = new PersonalData(secret);
        people = new PeopleRevision(database);
        consents = new ConsentStore(database, identities, people, personalData);
        server = WebServer.builder().host("127.0.0.1").port(0)
                .addProtocol(Http1Config.builder().validatePrologue(false).validatePath(false).build())
                .routing(this::routing)
                .build().start();
    }

    /** On H2 in {@code folder}. */
    public static TestServer on(Path folder) {
        return new TestServer(DatabaseSettings.embedded(folder));
    }

    private void routing(HttpRouting.Builder routing) {
        Access access = new Access(websites, INSTALLATION_KEY);
        PublicCalls calls = new PublicCalls(websites, access, bounds);
        Errors.register(routing);
        routing.addFilter(Connections::closeAsAnnounced);
        routing.register("/api/websites/{websiteUuid}",
                new ActivityExportService(access, new ActivityExport(database)),
                new ActivityImportService(access, new ActivityImport(database), catalogues, personalData,
                        InstantSource.system()));
        routing.register("/serve", new TrackingService(websites, identities, activities, personalData, access, calls,
                        new ClickReports(secret, campaigns, identities, consents, InstantSource.system()), refusals))
                .register("/api/websites", new WebsiteService(websites, access), new KeyService(websites, access),
                        new ProductService(catalogues, access, catalogueChanges::incrementAndGet))
                .register("/openapi", new OpenApiService())
                .register("/", new SdkService(), new IdentityService(calls, refusals));
    }

    /** A new website with these settings. */
    public Website website(WebsiteSettings settings) {
        return website(settings, "shop.example");
    }

    /** A new website with these settings on {@code host}. */
    public Website website(WebsiteSettings settings, String host) {
        return websites.create(new Website(0, new UUID(0, 0), "Daybird", URI.create("https://" + host + "/"),
                Currency.getInstance("EUR"), Locale.ENGLISH, List.of(host), settings));
    }

    public String key(Website website, Scope scope) {
        return websites.createKey(website.id(), scope).key();
    }

    /** The tracking code of a click on a new campaign of {@code website}. */
    public String clickCode(Website website, Instant expires) {
        Campaign campaign = campaigns.create(website.id(), CampaignType.AUTO, Duration.ofDays(7), 1, Json.object());
        return TestClicks.code(secret, campaign, expires);
    }

    /** What a click of {@code recipient} (a query such as {@code customerId=K-1}) tells the shop's page. */
    public String clickRecipient(Website website, String recipient) {
        RecipientTokens tokens = new RecipientTokens(secret, new TokenKeyStore(database));
        return TestClicks.recipient(secret, tokens, website, recipient);
    }

    public int port() {
        return server.port();
    }

    /** {@code POST} of a JSON body, as {@code text/plain}. */
    public HttpResponse<String> post(String path, String body) {
        return send("POST", path, body, "Content-Type", "text/plain;charset=UTF-8");
    }

    /** A management call with {@code key}; an empty key is none, an empty body, too. */
    public HttpResponse<String> manage(String method, String path, String key, String body) {
        return key.isEmpty() ? send(method, path, body, "Content-Type", "application/json")
                : send(method, path, body, "Content-Type", "application/json", "Authorization", "Bearer " + key);
    }

    /** A request with any headers; {@code path} goes out as it is. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return OpenApi.kept(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop();
        client.close();
        people.close();
        campaigns.close();
        catalogues.close();
        websites.close();
        database.close();
    }
}
