package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One attribute of a product, by its name on the wire. */
public record ProductFact(String name, String value) {
    /** All that the shop has told of {@code product}, without what it left open. */
    static List<ProductFact> of(Product product) {
        List<ProductFact> facts = new ArrayList<>();
        add(facts, "productNumber", product.productNumber());
        add(facts, "variantProductNumbers", String.join(", ", product.variantProductNumbers()));
        add(facts, "url", product.url());
        add(facts, "imgUrl", product.imgUrl());
        add(facts, "price", product.price());
        add(facts, "oldPrice", product.oldPrice());
        add(facts, "currency", product.currency());
        add(facts, "saleStart", product.saleStart());
        add(facts, "saleEnd", product.saleEnd());
        add(facts, "inStock", product.inStock());
        add(facts, "brand", product.brand());
        add(facts, "hierarchies", product.hierarchies().stream().map(path -> String.join(" > ", path))
                .collect(Collectors.joining(", ")));
        add(facts, "keywords", String.join(", ", product.keywords()));
        add(facts, "ean", product.ean());
        add(facts, "itemGroupId", product.itemGroupId());
        add(facts, "created", product.created());
        add(facts, "description", product.description());
        product.extraData().forEach((name, value) -> add(facts, "extraData." + name, value));
        product.extraDataList().forEach((name, values) ->
                add(facts, "extraDataList." + name, String.join(", ", values)));
        return facts;
    }

    private static void add(List<ProductFact> facts, String name, Object value) {
        String text = Objects.toString(value, "");
        if (!text.isEmpty()) {
            facts.add(new ProductFact(name, text));
        }
    }
}
