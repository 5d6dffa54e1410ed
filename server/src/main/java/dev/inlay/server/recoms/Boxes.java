package dev.inlay.server.recoms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.newsletter.CampaignPicks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Fills the boxes of one call: no product twice among them; one that is asked for wrongly costs only itself. */
final class Boxes {
    private final CatalogueStore catalogues;
    private final CampaignPicks picks;
    private final InstantSource time;

    Boxes(CatalogueStore catalogues, CampaignPicks picks, InstantSource time) {
        this.catalogues = catalogues;
        this.picks = picks;
        this.time = time;
    }

    /** The answers to {@code requests}, in their order, for somebody with {@code history}. */
    ArrayNode fill(Website website, History history, List<JsonNode> requests) {
        Catalogue catalogue = catalogues.catalogue(website.id());
        BoxParser parser = new BoxParser(catalogue);
        ArrayNode responses = Json.mapper().createArrayNode();
        List<Pick> shown = new ArrayList<>();
        for (JsonNode request : requests) {
            try {
                Box box = parser.parse(request, "requests[" + responses.size() + "]");
                List<Pick> filled = pick(website, history, box, shown);
                shown.addAll(filled);
                responses.add(response(website, catalogue, box, filled));
            } catch (InvalidParameterException e) {
                responses.add(Json.object().put("success", false).put("message", e.getMessage()));
            }
        }
        return responses;
    }

    private List<Pick> pick(Website website, History history, Box box, List<Pick> shown) {
        List<Pick> barred = Stream.concat(shown.stream(),
                box.about().stream().map(number -> new Pick(number, "context", 0, List.of()))).toList();
        List<Pick> filled = new ArrayList<>();
        for (Box.Source source : box.sources()) {
            int wanted = Math.min(source.limit(), box.count() - filled.size());
            if (wanted > 0) {
                List<Pick> kept = Stream.concat(barred.stream(), filled.stream()).toList();
                filled.addAll(picks.pick(website, source.rules(), history, box.about(), wanted, kept));
            }
        }
        return filled;
    }

    private ObjectNode response(Website website, Catalogue catalogue, Box box, List<Pick> filled) {
        Instant now = time.instant();
        ObjectNode response = Json.object().put("success", true);
        ArrayNode products = response.putArray("products");
        filled.forEach(pick -> catalogue.find(pick.productNumber())
                .ifPresent(product -> products.add(ShownProduct.write(website, product, box.fields(), now))));
        return response;
    }
}
