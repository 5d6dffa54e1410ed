package dev.inlay.server.newsletter;

import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.statistics.AttributionStore;
import dev.inlay.db.statistics.StatisticsStore;
import dev.inlay.db.token.RecipientTokens;
import dev.inlay.db.token.TokenKeyStore;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.consent.ConsentService;
import dev.inlay.server.consent.Consents;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Errors;
import dev.inlay.server.http.Json;
import dev.inlay.server.recommendation.index.SessionIndexes;
import dev.inlay.server.statistics.OrderAttribution;
import dev.inlay.server.statistics.ResultsReader;
import dev.inlay.server.statistics.StatisticsRecorder;
import dev.inlay.server.statistics.StatisticsService;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileRenderer;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Queue;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A shop whose newsletter pictures are served over a real socket from a real store. */
final class TestShop implements AutoCloseable {
    static final Secret SECRET =
            new Secret("a secret of the tests, long enough".getBytes(StandardCharsets.UTF_8));

    private static final String INSTALLATION_KEY = "the-installation-key-of-the-tests-only";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    final Database database;
    final WebsiteStore websites;
    final CampaignStore campaigns;
    final IdentityStore identities;
    final ActivityStore activities;
    final CatalogueStore catalogues;
    final PeopleRevision people;
    final AssignmentStore assignments;
    final SessionIndexes indexes;
    final PersonalData personalData;
    final TokenKeyStore tokenKeys;
    final RecipientTokens tokens;
    final Newsletter newsletter;
    final ConsentStore consents;
    final StatisticsStore statistics;
    final StatisticsRecorder recorder;
    final OrderAttribution attribution;
    /** Every picture and click, as it was answered. */
    final Queue<TileVisit> visits = new ConcurrentLinkedQueue<>();
    /** Where each coded tile came from. */
    final Queue<TileSource> sources = new ConcurrentLinkedQueue<>();
    final TemplateLibrary templates;
    final Website website;
    final RawClient client;
    /** Where photos are read; a test may hold it up. */
    volatile Photos photos = (websiteId, url, hash) -> photo(hash);
    /** Whether the statistics count: not where a test counts the calls of the store. */
    volatile boolean counting = true;
    private final WebServer server;

    TestShop(DatabaseSettings settings, UnaryOperator<DataSource> decorator) {
        templates = TestTemplates.library(settings.dataDir().resolve("templates"));
        database = Database.open(settings, SECRET, decorator, now::get);
        websites = new WebsiteStore(database, SECRET);
        campaigns = new CampaignStore(database);
        identities = new IdentityStore(database);
        activities = new ActivityStore(database, identities);
        catalogues = new CatalogueStore(database);
        people = new PeopleRevision(database);
        assignments = new AssignmentStore(database);
        indexes = new SessionIndexes(websites, catalogues, activities, settings.dataDir(), now::get);
        personalData = new PersonalData(SECRET);
        website = websites.create(new Website(0, new UUID(0, 0), "Daybird", URI.create("https://shop.example/"),
                Currency.getInstance("EUR"), Locale.ENGLISH, List.of("shop.example"), WebsiteSettings.DEFAULTS));
        consents = new ConsentStore(database, identities, people, personalData);
        statistics = new StatisticsStore(database);
        LockHistory locks = new LockHistory(database);
        LockKeys lockKeys = new LockKeys(personalData);
        recorder = new StatisticsRecorder(statistics, locks, lockKeys, now::get);
        attribution = newAttribution();
        tokenKeys = new TokenKeyStore(database);
        tokens = new RecipientTokens(SECRET, tokenKeys);
        newsletter = new Newsletter(
                new Newsletter.Stores(websites, campaigns, assignments, people, consents, identities, activities,
                        catalogues, tokens),
                indexes,
                new Newsletter.Drawing(templates, new TileRenderer(),
                        (websiteId, url, hash) -> photos.find(websiteId, url, hash),
                        settings.dataDir().resolve("tiles")),
                new Access(websites, INSTALLATION_KEY), SECRET, now::get, List.of(new Watch()));
        server = WebServer.builder().host("127.0.0.1").port(0)
                .addProtocol(Http1Config.builder().validatePrologue(false).validatePath(false)
                        .maxPrologueLength(16_384).build())
                .directHandlers(DirectHandlers.builder()
                        .addHandler(EventType.BAD_REQUEST, newsletter.unreadable()).build())
                .routing(this::routing).build().start();
        client = new RawClient(server.port());
    }

    /** On H2 in {@code folder}. */
    static TestShop on(Path folder) {
        return new TestShop(DatabaseSettings.embedded(folder), UnaryOperator.identity());
    }

    /** As of another node, or after a restart. */
    OrderAttribution newAttribution() {
        return new OrderAttribution(new OrderAttribution.Stores(websites, catalogues, identities,
                consents, new CountedOrders(database), new LockHistory(database), new AttributionStore(database)),
                new LockKeys(personalData), now::get);
    }

    private final class Watch implements TileObserver {
        @Override
        public void visited(TileVisit visit) {
            if (counting) {
                recorder.visited(visit);
            }
            visits.add(visit);
        }

        @Override
        public void tileFound(TileSource source, Duration took) {
            sources.add(source);
        }
    }

    private void routing(HttpRouting.Builder routing) {
        Errors.register(routing);
        routing.addFilter(newsletter.tiles());
        newsletter.services().forEach(service -> routing.register("/api/websites/{websiteUuid}", service));
        routing.register("/api/websites/{websiteUuid}", new StatisticsService(new Access(websites, INSTALLATION_KEY),
                campaigns, new ResultsReader(statistics, websites, recorder), now::get));
        routing.register("/api/websites/{websiteUuid}", new ConsentService(new Access(websites, INSTALLATION_KEY),
                new Consents(consents, identities, assignments, new LockKeys(personalData)), personalData, now::get));
    }

    /** A product in stock with photo, at {@code https://shop.example/p/{number}}. */
    Product product(String number) {
        return put(Product.of(number, "Product " + number, "https://shop.example/p/" + number,
                "https://img.example/" + number + ".jpg", new BigDecimal("10.00")));
    }

    Product put(Product product) {
        catalogues.put(website.id(), product);
        catalogues.update(website.id(), new Photo(product.imgUrl(), Photo.State.READY, "0".repeat(64), ""));
        return product;
    }

    /** {@code p1} to {@code pN}. */
    void products(int count) {
        for (int i = 1; i <= count; i++) {
            product("p" + i);
        }
    }

    /** A campaign with these settings (JSON, single quotes) beside its name. */
    Campaign campaign(String settings) {
        CampaignDraft draft = draft(settings);
        return campaigns.create(website.id(), draft.type(), draft.period(), draft.slots(), draft.json());
    }

    Campaign change(Campaign campaign, String settings) {
        CampaignDraft draft = draft(settings);
        return campaigns.update(website.id(), campaign.id(), before -> new Campaign(before.id(), before.websiteId(),
                draft.type(), draft.period(), draft.slots(), before.clearCount(), draft.json())).orElseThrow();
    }

    private CampaignDraft draft(String settings) {
        String json = "{\"name\":\"Test\"" + (settings.isBlank() ? "" : "," + settings.replace('\'', '"')) + "}";
        return new CampaignParser(templates).parse(website, Json.parseObject(json.getBytes(StandardCharsets.UTF_8)));
    }

    TrackingUserId shopper(String email) {
        TrackingUserId shopper = TrackingUserId.random();
        identities.associate(website.id(), shopper, new Association(Optional.empty(),
                personalData.emailKeys(EmailAddress.parse(email).orElseThrow()), Source.BROWSER));
        return shopper;
    }

    TrackingUserId customer(String customerId) {
        TrackingUserId shopper = TrackingUserId.random();
        CustomerId customer = personalData.customerId(customerId);
        identities.associate(website.id(), shopper, new Association(Optional.of(customer), List.of(), Source.BROWSER));
        return shopper;
    }

    /** A token of the one with this address. */
    String token(Campaign campaign, String email) {
        return tokens.mint(website.id(), campaign.id())
                .token(Owner.of(personalData.emailKeys(EmailAddress.parse(email).orElseThrow()).getFirst()));
    }

    /** As the API takes it. */
    void sayConsent(Named named, Consent.State state) {
        new Consents(consents, identities, assignments, new LockKeys(personalData))
                .take(website, named, state, Consent.Source.API, "", Optional.empty());
    }

    void view(TrackingUserId shopper, String productNumber) {
        activities.recordView(website.id(), Owner.of(shopper), ProductReference.ofNumber(productNumber));
    }

    void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Goes on to the next noon (UTC), so that a test ends on the day it began. */
    void advanceToNoon() {
        now.updateAndGet(instant -> instant.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36)));
    }

    /** As a mail client asks, once its visit was told to those who count. */
    RawClient.Answer counted(String target, String... headers) {
        int before = visits.size();
        RawClient.Answer answer = client.get(target, headers);
        while (visits.size() == before) {
            Thread.onSpinWait();
        }
        return answer;
    }

    RawClient.Answer picture(Campaign campaign, int slot, String query) {
        return client.get("/serve/tile/" + campaign.id() + "/" + slot + ".png?" + query);
    }

    /** As {@link #picture}, asked again where a busy machine answers by a picture that nobody should keep. */
    RawClient.Answer tile(String target) {
        RawClient.Answer answer = client.get(target);
        for (int i = 0; i < 20 && !answer.isTile(); i++) {
            answer = client.get(target);
        }
        return answer;
    }

    /** Where the click leads, without fragment. */
    String click(Campaign campaign, int slot, String query) {
        RawClient.Answer answer = client.get("/serve/tile/" + campaign.id() + "/" + slot + "/click?" + query);
        return answer.status() == 302 ? answer.header("Location").replaceFirst("#.*", "") : "status " + answer.status();
    }

    String key(Scope scope) {
        return websites.createKey(website.id(), scope).key();
    }

    String api(String path) {
        return "/api/websites/" + website.uuid() + path;
    }

    private static Optional<dev.inlay.templates.photo.Photo> photo(String hash) {
        BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(30, 30, Color.RED.getRGB());
        return Optional.of(new dev.inlay.templates.photo.Photo(image));
    }

    @Override
    public void close() {
        server.stop();
        newsletter.close();
        recorder.close();
        indexes.close();
        catalogues.close();
        tokenKeys.close();
        campaigns.close();
        people.close();
        websites.close();
        database.close();
    }
}
