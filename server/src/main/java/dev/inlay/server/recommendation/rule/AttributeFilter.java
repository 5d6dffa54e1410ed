package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.util.List;
import java.util.Optional;

/** Only products whose attribute {@code name} ({@code extraData} or {@code extraDataList}) has one of the values. */
public record AttributeFilter(String name, List<String> values) implements Rule {
    public AttributeFilter {
        values = List.copyOf(values);
    }

    @Override
    public Optional<Broken> brokenBy(Product product) {
        String single = product.extraData().get(name);
        List<String> several = product.extraDataList().getOrDefault(name, List.of());
        boolean has = values.stream().anyMatch(value ->
                value.equalsIgnoreCase(single) || several.stream().anyMatch(value::equalsIgnoreCase));
        return Broken.when(!has, "filter.attribute", name);
    }
}
