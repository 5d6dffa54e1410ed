package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.server.recommendation.rule.ProductFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code filter}: of a campaign or of one step of its chain. */
final class FilterParser {
    private static final int MAX_ATTRIBUTES = 100;
    private static final int MAX_LEVELS = 20;
    private static final Set<String> KNOWN = Set.of("brands", "categories", "priceMin", "priceMax",
            "minDiscountPercent", "productNumbers", "attributes");

    private FilterParser() {
    }

    /** The filter of {@code owner}; none if it has none. */
    static ProductFilter of(CampaignMembers owner) {
        return owner.object("filter").map(FilterParser::read).orElse(ProductFilter.NONE);
    }

    private static ProductFilter read(CampaignMembers filter) {
        filter.only(KNOWN);
        Optional<BigDecimal> priceMin = filter.price("priceMin");
        Optional<BigDecimal> priceMax = filter.price("priceMax");
        if (priceMin.isPresent() && priceMax.isPresent() && priceMin.get().compareTo(priceMax.get()) > 0) {
            throw filter.members().wrong("priceMin", "must not be above priceMax", priceMin.get().toPlainString());
        }
        return new ProductFilter(filter.ids("brands"), categories(filter), priceMin, priceMax,
                filter.whole("minDiscountPercent", 0, 100).orElse(0), filter.ids("productNumbers"), attributes(filter));
    }

    private static List<List<String>> categories(CampaignMembers filter) {
        Optional<JsonNode> given = filter.present("categories");
        if (given.isEmpty()) {
            return List.of();
        }
        JsonNode list = given.get();
        if (!list.isArray()) {
            throw filter.members().wrong("categories", "must be a list", list);
        }
        filter.atMost("categories", list.size(), CampaignMembers.MAX_ENTRIES);
        List<List<String>> categories = new ArrayList<>();
        for (JsonNode item : list) {
            categories.add(category(filter, "categories[" + categories.size() + "]", item));
        }
        return categories;
    }

    /** {@code "Shoes > Sneakers"}, or {@code ["Shoes", "Sneakers"]} for names that hold the sign itself. */
    private static List<String> category(CampaignMembers filter, String at, JsonNode item) {
        List<String> path = new ArrayList<>();
        if (item.isTextual()) {
            Arrays.stream(item.textValue().split(">", -1)).forEach(level -> path.add(level.strip()));
        } else if (item.isArray()) {
            item.forEach(level -> path.add(level.isTextual() ? level.textValue().strip() : ""));
        }
        if (path.isEmpty() || path.size() > MAX_LEVELS || path.contains("")) {
            String rule = "must be a path such as 'Shoes > Sneakers' of at most " + MAX_LEVELS + " levels";
            throw filter.members().wrong(at, rule, item.isTextual() ? item.textValue() : item);
        }
        path.forEach(level -> filter.checked(at, level, CampaignMembers.MAX_TEXT));
        return path;
    }

    private static Map<String, List<String>> attributes(CampaignMembers filter) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        filter.object("attributes").ifPresent(given -> given.names(MAX_ATTRIBUTES)
                .forEach(name -> attributes.put(name, given.ids(name))));
        return attributes;
    }
}
