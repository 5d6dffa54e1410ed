package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import dev.inlay.server.newsletter.CampaignSettings.Utm;
import dev.inlay.server.recommendation.PickRules;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Writes a campaign with every member, so that a reader sees the defaults; {@link CampaignParser} reads it. */
final class CampaignJson {
    private CampaignJson() {
    }

    static ObjectNode of(CampaignDraft draft) {
        CampaignSettings settings = draft.settings();
        PickRules rules = settings.rules();
        ObjectNode json = Json.object()
                .put("name", settings.name())
                .put("type", draft.type().name().toLowerCase(Locale.ROOT))
                .put("period", draft.periodText())
                .put("template", settings.template())
                .put("slots", draft.slots());
        ArrayNode strategies = json.putArray("strategies");
        rules.steps().forEach(step -> strategies.add(step(step)));
        json.set("filter", filter(rules.filter()));
        texts(json, "pinnedProducts", rules.lists().pinned());
        json.put("pinnedEvenIfSoldOut", rules.lists().pinnedEvenIfSoldOut());
        texts(json, "defaultProducts", rules.lists().defaults());
        texts(json, "excludedProducts", rules.lists().excluded());
        json.put("excludeBoughtDays", rules.excludeBoughtDays())
                .put("reminderDays", rules.reminderDays())
                .put("maxPerCategory", rules.diversity().maxPerCategory())
                .put("maxPerBrand", rules.diversity().maxPerBrand())
                .put("fill", rules.fill())
                .put("holdOutPercent", settings.holdOutPercent());
        json.set("utm", utm(settings.utm()));
        json.put("identity", settings.identityByTokenOnly() ? "token" : "open")
                .put("liveText", settings.liveText())
                .put("endsAt", settings.endsAt().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(null))
                .put("reidentify", settings.reidentify())
                .put("fallbackUrl", settings.fallbackUrl().map(URI::toString).orElse(null))
                .put("whenGone", settings.whenGoneHome() ? "home" : "lastUrl");
        ObjectNode variables = json.putObject("variables");
        new TreeMap<>(settings.variables()).forEach(variables::put);
        return json;
    }

    private static ObjectNode step(StrategyStep step) {
        ObjectNode json = Json.object().put("type", step.type().wireName());
        step.max().ifPresent(max -> json.put("max", max));
        if (!step.filter().equals(ProductFilter.NONE)) {
            json.set("filter", filter(step.filter()));
        }
        return json;
    }

    private static ObjectNode filter(ProductFilter filter) {
        ObjectNode json = Json.object();
        given(json, "brands", filter.brands());
        if (!filter.categories().isEmpty()) {
            ArrayNode categories = json.putArray("categories");
            filter.categories().forEach(path -> category(categories, path));
        }
        filter.priceMin().ifPresent(price -> json.put("priceMin", price));
        filter.priceMax().ifPresent(price -> json.put("priceMax", price));
        if (filter.minDiscountPercent() > 0) {
            json.put("minDiscountPercent", filter.minDiscountPercent());
        }
        given(json, "productNumbers", filter.productNumbers());
        if (!filter.attributes().isEmpty()) {
            ObjectNode attributes = json.putObject("attributes");
            new TreeMap<>(filter.attributes()).forEach((name, values) -> texts(attributes, name, values));
        }
        return json;
    }

    private static void category(ArrayNode categories, List<String> path) {
        if (path.stream().anyMatch(level -> level.indexOf('>') >= 0)) {
            path.forEach(categories.addArray()::add);
        } else {
            categories.add(String.join(" > ", path));
        }
    }

    private static ObjectNode utm(Utm utm) {
        ObjectNode json = Json.object();
        utm.source().ifPresent(value -> json.put("source", value));
        utm.medium().ifPresent(value -> json.put("medium", value));
        utm.campaign().ifPresent(value -> json.put("campaign", value));
        return json;
    }

    private static void given(ObjectNode json, String name, List<String> values) {
        if (!values.isEmpty()) {
            texts(json, name, values);
        }
    }

    private static void texts(ObjectNode json, String name, List<String> values) {
        values.forEach(json.putArray(name)::add);
    }
}
