package dev.inlay.server.newsletter;

import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.recommendation.Recommender;
import dev.inlay.templates.LiveValues;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.png.PngWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;

/** Walks the way of a first open by hand, stage by stage, for {@code bench.Bench}. */
public final class FirstOpen implements AutoCloseable {
    private static final int PRODUCTS = 120;
    private static final int RECIPIENTS = 250;
    private static final int WARM_UP = 150;
    private static final int VIEWS = 6;

    private final TestShop shop;
    private final Mailings mailings;
    private final Letters letters;
    private final CampaignPicks picks;
    private final TilePainter painter;
    private final Optional<Photo> photo = Optional.of(photo());
    private final Map<String, Collection<Double>> stages = new LinkedHashMap<>();

    private FirstOpen(Path folder) {
        shop = TestShop.on(folder);
        mailings = new Mailings(shop.campaigns, shop.websites, shop.templates);
        letters = new Letters(new RecipientParser(shop.personalData, shop.tokens), shop.personalData,
                shop.now::get);
        picks = new CampaignPicks(shop.identities, shop.consents, shop.activities, shop.catalogues,
                shop.indexes, new Recommender(), shop.now::get);
        painter = new TilePainter(new TileRenderer(), (websiteId, url, hash) -> photo, TestShop.SECRET, shop.now::get);
    }

    /** Milliseconds of each stage in the order of the way, and of the whole, for each of 100 recipients. */
    public static Map<String, Collection<Double>> measure() throws Exception {
        Path folder = Files.createTempDirectory("inlay-bench");
        try (FirstOpen way = new FirstOpen(folder)) {
            return way.walk();
        } finally {
            delete(folder);
        }
    }

    private Map<String, Collection<Double>> walk() throws Exception {
        shop.products(PRODUCTS);
        for (int recipient = 0; recipient < RECIPIENTS; recipient++) {
            TrackingUserId shopper = shop.shopper("reader" + recipient + "@example.com");
            for (int view = 0; view < VIEWS; view++) {
                shop.view(shopper, "p" + (1 + (recipient * 7 + view * view) % PRODUCTS));
            }
        }
        shop.indexes.catchUp();
        Campaign campaign = shop.campaign("'slots':4");
        for (int recipient = 0; recipient < RECIPIENTS; recipient++) {
            if (recipient == WARM_UP) {
                stages.clear();
            }
            open(campaign, recipient);
        }
        return stages;
    }

    private void open(Campaign campaign, int recipient) throws Exception {
        long begin = System.nanoTime();
        Letter letter = timed("parse the request, find no lock", () -> parse(campaign, recipient));
        Mailing mailing = letter.mailing();
        int websiteId = mailing.website().id();
        long people = timed("ask for the revision", () -> shop.people.current(websiteId));
        Identity identity = timed("identify", () -> picks.identify(mailing.website(), letter.recipient().named()));
        History history = timed("history", () -> picks.history(websiteId, identity));
        List<Pick> picked = timed("pick",
                () -> picks.pick(mailing, Arm.NONE, history, 4, letter.seed(), List.of()).picks());
        Assignment lock = timed("lock (one commit)", () -> shop.assignments.lock(letter.edition(), letter.lockKey(),
                Assignment.proposed(new ArrayList<>(picked), mailing.template().version()), people,
                Duration.ofSeconds(5)).orElseThrow());
        byte[] tile = timed("draw and code", () -> draw(mailing, lock.pick(1).orElseThrow()));
        keep("total", begin);
        BufferedImage pixels = pixels(tile);
        timed("of this, coding alone", () -> PngWriter.write(pixels));
    }

    private Letter parse(Campaign campaign, int recipient) {
        TilePath path = TilePath.parse("/serve/tile/" + campaign.id() + "/1.png").orElseThrow();
        Mailing mailing = mailings.find(path.campaignId()).orElseThrow();
        mailings.keep(mailing);
        Letter letter = letters.sent(mailing,
                RawQuery.parse("send=w1&userEmail=reader" + recipient + "%40example.com"));
        if (shop.assignments.find(letter.edition(), letter.lockKey()).isPresent()) {
            throw new IllegalStateException("opened before");
        }
        return letter;
    }

    private byte[] draw(Mailing mailing, Pick pick) {
        int websiteId = mailing.website().id();
        Product product = shop.catalogues.findEver(websiteId, pick.productNumber()).orElseThrow();
        TileDraft draft = painter.draft(new TilePainter.Wish(mailing.website(), mailing.style(), mailing.template(),
                TileFormat.PNG, LiveValues.NONE), product, shop.catalogues.catalogue(websiteId));
        return painter.open(painter.draw(draft).tile(), draft);
    }

    private static BufferedImage pixels(byte[] png) throws IOException {
        BufferedImage coded = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage pixels = new BufferedImage(coded.getWidth(), coded.getHeight(),
                coded.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        pixels.createGraphics().drawImage(coded, 0, 0, null);
        return pixels;
    }

    private <T> T timed(String stage, Callable<T> work) throws Exception {
        long begin = System.nanoTime();
        T result = work.call();
        keep(stage, begin);
        return result;
    }

    private void keep(String stage, long begin) {
        stages.computeIfAbsent(stage, name -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e6);
    }

    private static Photo photo() {
        BufferedImage image = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 600; x++) {
                image.setRGB(x, y, 0xff000000 | (x * 255 / 600) << 16 | (y * 255 / 600) << 8 | (x * y) % 37);
            }
        }
        return new Photo(image);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        shop.close();
    }
}
