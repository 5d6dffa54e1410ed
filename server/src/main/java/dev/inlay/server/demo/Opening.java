package dev.inlay.server.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.Settings;
import dev.inlay.server.StartException;
import dev.inlay.server.http.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Opens the demo's shop: website, product feed, visitors, campaigns, and the first mails, through the doors that any
 * shop uses. Nothing in it is left to chance.
 */
final class Opening {
    static final String SHOP = "Willowtarn";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Doors doors;
    private final Assortment assortment;
    private final Settings settings;

    Opening(Doors doors, Assortment assortment, Settings settings) {
        this.doors = doors;
        this.assortment = assortment;
        this.settings = settings;
    }

    /** Returns once the first personal picture can be seen. */
    OpenShop open(List<Visitor> visitors) {
        String uuid = website();
        String run = importProducts(uuid);
        OpenShop shop = new OpenShop(uuid, campaigns(uuid));
        new VisitorCalls(doors, uuid).tell(visitors);
        await("its pictures do not come", () -> photosPending(run) == 0);
        FirstMails mails = new FirstMails(doors, shop);
        await("no picture is drawn", () -> mails.showProductTo(Recipient.ofEmail("Anna", Visitors.ANNA)));
        return shop;
    }

    private String website() {
        ObjectNode website = Json.object().put("name", SHOP).put("url", settings.publicUrl() + ShopPages.PATH)
                .put("currency", "EUR").put("locale", "en");
        website.putArray("hosts").add("localhost").add("127.0.0.1").add(URI.create(settings.publicUrl()).getHost());
        return doors.post("/api/websites", website).get("websiteUuid").textValue();
    }

    /** Returns the path of the run's report. */
    private String importProducts(String uuid) {
        String feeds = "/api/websites/" + uuid + "/productfeeds";
        String feed = doors.post(feeds, Json.object().put("name", "Assortment")).get("id").textValue();
        String runs = feeds + "/" + feed + "/runs";
        ObjectNode report = doors.post(runs,
                assortment.feed(settings.publicUrl(), Doors.address(settings), Instant.now()));
        if (report.path("showable").intValue() < assortment.articles().size() - 1) {
            throw new StartException("the demo cannot be set up: its products were not taken");
        }
        return runs + "/" + report.get("run").intValue();
    }

    private Map<Mailing, String> campaigns(String uuid) {
        Map<Mailing, String> campaigns = new EnumMap<>(Mailing.class);
        for (Mailing mailing : Mailing.values()) {
            String id = doors.post("/api/websites/" + uuid + "/campaigns", mailing.json()).get("id").textValue();
            campaigns.put(mailing, id);
        }
        return campaigns;
    }

    private static void await(String otherwise, BooleanSupplier done) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new StartException("the demo cannot be set up: " + otherwise);
            }
            pause();
        }
    }

    private int photosPending(String run) {
        return Json.parseObject(doors.get(run).getBytes(StandardCharsets.UTF_8))
                .get("photosPending").intValue();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("the demo was stopped before it had started");
        }
    }
}
