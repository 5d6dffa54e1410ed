package dev.inlay.server.recoms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.catalogue.StagedRun;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.token.RecipientTokens;
import dev.inlay.db.token.TokenKeyStore;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.bounds.Bounds;
import dev.inlay.server.bounds.CallLimits;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Errors;
import dev.inlay.server.http.Json;
import dev.inlay.server.newsletter.Newsletter;
import dev.inlay.server.recommendation.index.SessionIndexes;
import dev.inlay.server.tracking.PublicCalls;
import dev.inlay.server.tracking.Refusals;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileRenderer;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A shop whose pages ask for products over a real socket, from a real store. Quotes in bodies are single. */
final class RecomsShop implements AutoCloseable {
    /** Longer than in production: no machine is too slow for a test. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Website website;
    final Refusals refusals = new Refusals(InstantSource.system());
    private final InstantSource time = InstantSource.system();
    private final HttpClient client = HttpClient.newHttpClient();
    private final PersonalData personalData;
    private final Database database;
    private final WebsiteStore websites;
    private final IdentityStore identities;
    private final ActivityStore activities;
    private final CatalogueStore catalogues;
    private final CampaignStore campaigns;
    private final SessionIndexes indexes;
    private final Newsletter newsletter;
    private final RecomsService recoms;
    private final WebServer server;

    RecomsShop(Path folder, CallLimits limits) {
        Secret secret = new Secret("a secret of the tests, long enough".getBytes(StandardCharsets.UTF_8));
        personalData = new PersonalData(secret);
        database = Database.open(DatabaseSettings.embedded(folder), secret);
        websites = new WebsiteStore(database, secret);
        identities = new IdentityStore(database);
        activities = new ActivityStore(database, identities);
        catalogues = new CatalogueStore(database);
        campaigns = new CampaignStore(database);
        indexes = new SessionIndexes(websites, catalogues, activities, folder, time);
        move();
        Access access = new Access(websites, "the-installation-key-of-the-tests-only");
        newsletter = new Newsletter(stores(secret), indexes,
                new Newsletter.Drawing(TemplateLibrary.bundled(), new TileRenderer(),
                        (websiteId, url, hash) -> Optional.empty(), folder.resolve("tiles")),
                access, secret, time, List.of());
        Bounds bounds = new Bounds(limits, InstantSource.fixed(Instant.EPOCH));
        recoms = new RecomsService(new PublicCalls(websites, access, bounds), refusals, access,
                newsletter.persons(), newsletter.picks(), catalogues, time, PATIENCE);
        server = WebServer.builder().host("127.0.0.1").port(0).routing(this::routing).build().start();
    }

    private Newsletter.Stores stores(Secret secret) {
        PeopleRevision people = new PeopleRevision(database);
        return new Newsletter.Stores(websites, campaigns, new AssignmentStore(database), people,
                new ConsentStore(database, identities, people, personalData), identities, activities, catalogues,
                new RecipientTokens(secret, new TokenKeyStore(database)));
    }

    /** Opens anew, as another website. */
    void move() {
        website = websites.create(new Website(0, new UUID(0, 0), "Daybird", URI.create("https://shop.example/"),
                Currency.getInstance("EUR"), Locale.ENGLISH, List.of("shop.example"), WebsiteSettings.DEFAULTS));
    }

    private void routing(HttpRouting.Builder routing) {
        Errors.register(routing);
        routing.register("/serve", recoms);
    }

    /** In stock, with photo, for 10.00 at {@code https://shop.example/p/{number}}. */
    static Product product(String number) {
        return Product.of(number, "Product " + number, "https://shop.example/p/" + number,
                "https://img.example/" + number + ".jpg", new BigDecimal("10.00"));
    }

    Product put(Product product) {
        catalogues.put(website.id(), product);
        catalogues.update(website.id(), new Photo(product.imgUrl(), Photo.State.READY, "0".repeat(64), ""));
        return product;
    }

    /** Takes up {@code products}, whose photos are there, as all that a feed holds. */
    void run(Product... products) {
        try (StagedRun run = catalogues.begin(website.id(), "feed")) {
            run.stage(List.of(products));
            run.swap();
        }
    }

    /** Somebody new who looks at {@code products}, one after the other. */
    TrackingUserId viewer(String... products) {
        TrackingUserId shopper = TrackingUserId.random();
        for (String product : products) {
            activities.recordView(website.id(), Owner.of(shopper), ProductReference.ofNumber(product));
        }
        indexes.catchUp();
        return shopper;
    }

    /** {@code shopper} orders {@code products} at once. */
    void buys(TrackingUserId shopper, String... products) {
        List<OrderLine> lines = Arrays.stream(products).map(product -> new OrderLine(
                ProductReference.ofNumber(product), Optional.empty(), Optional.empty())).toList();
        activities.recordConversion(website.id(), Owner.of(shopper), new Conversion(UUID.randomUUID().toString(),
                Optional.empty(), lines), new Association(Optional.empty(), List.of(), Source.BROWSER));
        indexes.catchUp();
    }

    void isCustomer(TrackingUserId shopper, String customerId, String email) {
        identities.associate(website.id(), shopper, new Association(
                Optional.of(personalData.customerId(customerId)),
                personalData.emailKeys(EmailAddress.parse(email).orElseThrow()), Source.BROWSER));
    }

    String key(Scope scope) {
        return websites.createKey(website.id(), scope).key();
    }

    /** What everything that was tracked adds up to, to see whether a call changed it. */
    long rows() {
        return database.read(handle -> handle.createQuery("""
                SELECT (SELECT COUNT(*) FROM event) + (SELECT COUNT(*) FROM tracking_user)
                    + (SELECT COUNT(*) FROM assignment)
                """).mapTo(Long.class).one());
    }

    /** The answer to the {@code requests} of {@code who}, which must be good. */
    JsonNode ask(TrackingUserId who, String... requests) {
        HttpResponse<String> answer = post("'trackingUserId':'" + who + "','requests':["
                + String.join(",", requests) + "]");
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Json.parseObject(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** The product numbers of each response. */
    List<List<String>> numbers(TrackingUserId who, String... requests) {
        return ask(who, requests).get("responses").findValues("products").stream()
                .map(products -> products.findValuesAsText("productNumber")).toList();
    }

    HttpResponse<String> post(String members, String... headers) {
        String body = "{'websiteUuid':'" + website.uuid() + "'" + (members.isEmpty() ? "" : ",") + members + "}";
        return send("POST", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> send(String method, byte[] body, String... headers) {
        return sendTo("", method, body, headers);
    }

    HttpResponse<String> sendTo(String query, String method, byte[] body, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + server.port() + "/serve/recoms" + query))
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .method(method, BodyPublishers.ofByteArray(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop();
        client.close();
        recoms.close();
        newsletter.close();
        campaigns.close();
        catalogues.close();
        websites.close();
        database.close();
    }
}
