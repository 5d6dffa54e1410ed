package dev.inlay.server.recoms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.feeds.ProductJson;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.recommendation.Diversity;
import dev.inlay.server.recommendation.PickRules;
import dev.inlay.server.recommendation.ProductLists;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import dev.inlay.server.recoms.Box.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads one of {@code requests}. Without {@code sources} it asks for what suits the shopper; a source of popular
 * products never runs dry: the shop's other products follow.
 */
final class BoxParser {
    private static final int DEFAULT_COUNT = 10;
    private static final int MAX_COUNT = 100;
    private static final int MAX_SOURCES = 10;
    private static final int MAX_PRODUCTS = 100;
    private static final int EXCLUDE_BOUGHT_DAYS = 180;
    private static final StrategyStep SUITED =
            new StrategyStep(StrategyType.FOR_YOU, Optional.empty(), ProductFilter.NONE);
    private static final Set<StrategyType> POPULAR = Set.of(StrategyType.BESTSELLERS, StrategyType.TRENDING);

    private final Catalogue catalogue;

    BoxParser(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The box that {@code request} asks for; 400 names members below {@code path}. */
    Box parse(JsonNode request, String path) {
        if (!(request instanceof ObjectNode object)) {
            throw new InvalidParameterException(path, "must be an object", request);
        }
        Members members = new Members(object, path + ".");
        Optional<Members> context = members.object("context");
        List<Product> about = context.map(this::products).orElse(List.of());
        return new Box(whole(members, "count").orElse(DEFAULT_COUNT),
                Set.copyOf(members.texts("fields").orElse(List.of())),
                about.stream().map(Product::productNumber).toList(),
                sources(members, values(about, context)));
    }

    private List<Source> sources(Members box, ObjectNode values) {
        boolean variantsToo = !box.bool("hideAdditionalVariants").orElse(true);
        List<Members> sources = limited(box, "sources", box.objects("sources").orElse(List.of()), MAX_SOURCES);
        return sources.isEmpty()
                ? List.of(new Source(rules(SUITED, ProductFilter.NONE, true, variantsToo), MAX_COUNT))
                : sources.stream().map(source -> source(source, values, variantsToo)).toList();
    }

    private static Source source(Members source, ObjectNode values, boolean variantsToo) {
        String name = source.text("type").orElseThrow(() -> source.missing("type"));
        StrategyStep step = SourceType.step(name)
                .orElseThrow(() -> source.wrong("type", "must be a source such as TOP or RETARGETED", name));
        ProductFilter filter = source.object("filters").map(filters -> new FilterExpressions(filters, values).filter())
                .orElse(ProductFilter.NONE);
        return new Source(rules(step, filter, POPULAR.contains(step.type()), variantsToo),
                whole(source, "limit").orElse(MAX_COUNT));
    }

    private static PickRules rules(StrategyStep step, ProductFilter filter, boolean fill, boolean variantsToo) {
        return new PickRules(List.of(step), filter, ProductLists.NONE, EXCLUDE_BOUGHT_DAYS,
                PickRules.DEFAULT_REMINDER_DAYS, Diversity.OFF, fill, variantsToo);
    }

    /** The products that a context names and the catalogue holds. */
    private List<Product> products(Members context) {
        Stream<String> numbers = Stream.concat(context.shortId("productNumber").stream(),
                context.ids("productNumbers").stream().flatMap(List::stream));
        Stream<String> urls = Stream.concat(context.text("url").stream(),
                context.texts("urls").stream().flatMap(List::stream));
        List<ProductReference> references = limited(context, "productNumbers", Stream.concat(
                numbers.map(ProductReference::ofNumber), urls.map(ProductReference::ofUrl)).toList(), MAX_PRODUCTS);
        return references.stream().flatMap(reference -> catalogue.match(reference).stream()).distinct().toList();
    }

    /** What {@code $name} in a filter may stand for: members of the context, else of the first product it names. */
    private static ObjectNode values(List<Product> about, Optional<Members> context) {
        ObjectNode values = about.isEmpty() ? Json.object() : ProductJson.write(about.getFirst());
        context.ifPresent(members -> values.setAll(members.node()));
        return values;
    }

    private static Optional<Integer> whole(Members members, String name) {
        return members.number(name).map(number -> {
            if (number.stripTrailingZeros().scale() > 0 || number.signum() < 1
                    || number.compareTo(BigDecimal.valueOf(MAX_COUNT)) > 0) {
                throw members.wrong(name, "must be a whole number from 1 to " + MAX_COUNT, number.toPlainString());
            }
            return number.intValue();
        });
    }

    private static <T> List<T> limited(Members members, String name, List<T> values, int most) {
        if (values.size() > most) {
            throw members.wrong(name, "must have at most " + most + " entries", values.size());
        }
        return values;
    }
}
