package dev.inlay.server.newsletter;

import dev.inlay.db.Secret;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.token.RecipientTokens;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.http.Access;
import dev.inlay.server.recommendation.Recommender;
import dev.inlay.server.recommendation.index.SessionIndexes;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.TileRenderer;
import io.helidon.webserver.http.HttpService;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Everything about pictures in newsletters, put together once.
 *
 * <p>{@link #tiles()} is a filter of the public listener, {@link #unreadable()} its direct handler for requests that
 * cannot be read, {@link #services()} belong below {@code /api/websites/{websiteUuid}}.
 */
public final class Newsletter implements AutoCloseable {
    /** What pictures need of the store. */
    public record Stores(WebsiteStore websites, CampaignStore campaigns, AssignmentStore assignments,
            PeopleRevision people, ConsentStore consents, IdentityStore identities, ActivityStore activities,
            CatalogueStore catalogues, RecipientTokens tokens) { }

    /** What pictures are made of; {@code tiles} is the folder of coded tiles. */
    public record Drawing(TemplateLibrary templates, TileRenderer renderer, Photos photos, Path tiles) { }

    private final Stores stores;
    private final DrawingPool pool = DrawingPool.forAll();
    private final DrawingPool livePool = DrawingPool.forOne();
    private final TileCache cache;
    private final OpenedTiles opened;
    private final TileSweep sweep;
    private final TileWarmUp warmUp;
    private final Mailings mailings;
    private final NeutralPictures neutral;
    private final TileService tiles;
    private final UnreadableRequests unreadable;
    private final Explanations explanations;
    private final Previews previews;
    private final PersonParser persons;
    private final CampaignPicks picks;
    private final SubjectParser subjects;
    private final List<HttpService> services;

    public Newsletter(Stores stores, SessionIndexes indexes, Drawing drawing, Access access, Secret secret,
            InstantSource time, List<TileObserver> observers) {
        this.stores = stores;
        Faults faults = new Faults();
        TileObservers watching = new TileObservers(observers, faults);
        PersonalData personalData = new PersonalData(secret);
        RecipientParser recipients = new RecipientParser(personalData, stores.tokens());
        subjects = new SubjectParser(recipients);
        Letters letters = new Letters(recipients, personalData, time);
        picks = new CampaignPicks(stores.identities(), stores.consents(), stores.activities(),
                stores.catalogues(), indexes, new Recommender(), time);
        mailings = new Mailings(stores.campaigns(), stores.websites(), drawing.templates());
        HoldOut holdOut = new HoldOut(personalData);
        Personalization personalization = new Personalization(stores.assignments(), stores.people(), picks,
                mailings, holdOut, watching);
        TilePainter painter = new TilePainter(drawing.renderer(), drawing.photos(), secret, time);
        TileFiles files = new TileFiles(drawing.tiles(), faults, time);
        sweep = new TileSweep(files);
        warmUp = new TileWarmUp(drawing.renderer(), faults);
        cache = new TileCache(files, pool, watching, TileCache.DEFAULT_SIZE);
        opened = new OpenedTiles(painter, cache, livePool, watching, OpenedTiles.DEFAULT_SIZE);
        neutral = new NeutralPictures(drawing.renderer(), pool, faults);
        StorePatience patience = new StorePatience();
        TileImages images = new TileImages(mailings, letters, personalization, stores.catalogues(), painter,
                new PromptTiles(opened, watching), neutral, patience, faults);
        TileClicks clicks = new TileClicks(mailings, letters, personalization, stores.catalogues(),
                new ClickTargets(new ClickCodes(secret, time), new Reidentification(secret, time), picks),
                patience, faults);
        tiles = new TileService(images, clicks, new TileVisits(picks, watching, faults));
        unreadable = new UnreadableRequests(images, clicks);
        persons = new PersonParser(recipients, picks);
        CampaignAccess campaignAccess = new CampaignAccess(access, stores.campaigns());
        explanations = new Explanations(mailings, persons, letters, personalization, holdOut, picks, time);
        previews = new Previews(mailings, letters, personalization, stores.catalogues(), drawing.templates(), painter,
                opened, neutral);
        services = List.of(
                new RecommendationService(campaignAccess, persons, picks, time),
                new ExplainService(campaignAccess, explanations),
                new PreviewService(campaignAccess, stores.catalogues(), previews));
    }

    /**
     * Makes ready what must not wait for the first reader: neutral pictures and the drawing; begins to sweep old tiles.
     */
    public void warmUp() {
        neutral.warmUp(stores.websites(), mailings);
        warmUp.run(mailings.templatesInUse());
        sweep.start();
    }

    public TileService tiles() {
        return tiles;
    }

    public UnreadableRequests unreadable() {
        return unreadable;
    }

    /** How many drawings wait for a thread. */
    public int waitingDrawings() {
        return pool.waiting() + livePool.waiting();
    }

    /** What coded tiles take in memory, in bytes. */
    public long cachedTileBytes() {
        return cache.bytesInMemory();
    }

    /** What tiles that went out take in memory, in bytes. */
    public long openedTileBytes() {
        return opened.bytesInMemory();
    }

    /** The management API of this package. */
    public List<HttpService> services() {
        return services;
    }

    public Explanations explanations() {
        return explanations;
    }

    public Previews previews() {
        return previews;
    }

    public PersonParser persons() {
        return persons;
    }

    public CampaignPicks picks() {
        return picks;
    }

    /** Reads whose data is meant. */
    public SubjectParser subjects() {
        return subjects;
    }

    @Override
    public void close() {
        warmUp.close();
        sweep.close();
        pool.close();
        livePool.close();
    }
}
