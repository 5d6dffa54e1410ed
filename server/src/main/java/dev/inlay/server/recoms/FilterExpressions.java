package dev.inlay.server.recoms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Members;
import dev.inlay.server.recommendation.rule.ProductFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Reads the {@code filters} of a source: for each field of a product a value, or {@code $eq}, {@code $in} (one of) or
 * {@code $all} (each of) with values. A string {@code $name} stands for what the context says under that name. What is
 * not understood is told, never left out.
 */
final class FilterExpressions {
    private static final int MOST = 100;
    private static final int MOST_FIELDS = 20;
    private static final Set<String> OPERATORS = Set.of("$eq", "$in", "$all");
    private static final String FIELDS =
            "must be a filter of brand, hierarchies, price, productNumber, extraData.NAME or extraDataList.NAME";

    private final Members filters;
    private final ObjectNode context;

    FilterExpressions(Members filters, ObjectNode context) {
        this.filters = filters;
        this.context = context;
    }

    /** Holds where all fields do as they should. */
    ProductFilter filter() {
        List<ProductFilter> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : filters.node().properties()) {
            if (all.size() >= MOST_FIELDS) {
                throw filters.wrong(field.getKey(), "must be one of at most " + MOST_FIELDS, field.getKey());
            }
            all.add(ofField(field.getKey(), field.getValue()));
        }
        return ProductFilter.all(all);
    }

    private ProductFilter ofField(String field, JsonNode expression) {
        if (!(expression instanceof ObjectNode operators)) {
            return condition(field, "$eq", expression);
        }
        List<ProductFilter> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operator : operators.properties()) {
            if (!OPERATORS.contains(operator.getKey())) {
                throw filters.wrong(field, "must be compared by $eq, $in or $all", operator.getKey());
            }
            all.add(condition(field, operator.getKey(), operator.getValue()));
        }
        return ProductFilter.all(all);
    }

    private ProductFilter condition(String field, String operator, JsonNode operand) {
        List<JsonNode> values = values(field, resolved(field, operand));
        if (values.isEmpty() || values.size() > MOST) {
            throw filters.wrong(field, "must have 1 to " + MOST + " values", values.size());
        }
        return operator.equals("$in") ? oneOf(field, values)
                : ProductFilter.all(values.stream().map(value -> oneOf(field, List.of(value))).toList());
    }

    /** What {@code operand} stands for. */
    private JsonNode resolved(String field, JsonNode operand) {
        if (!operand.isTextual() || !operand.textValue().startsWith("$")) {
            return operand;
        }
        JsonNode value = context;
        for (String name : operand.textValue().substring(1).split("\\.", 2)) {
            value = value.path(name);
        }
        if (value.isMissingNode() || value.isNull()) {
            throw filters.wrong(field, "must be a value or the name of one in context", operand.textValue());
        }
        return value;
    }

    /** The values of a list; a single value, or the one path of a category, is a list of one. */
    private static List<JsonNode> values(String field, JsonNode value) {
        boolean onePath = field.equals("hierarchies") && value.isArray() && !value.path(0).isArray();
        return !value.isArray() || onePath && !value.isEmpty() ? List.of(value)
                : StreamSupport.stream(value.spliterator(), false).toList();
    }

    private ProductFilter oneOf(String field, List<JsonNode> values) {
        return switch (field) {
            case "brand" -> filter(texts(field, values), List.of(), Optional.empty(), List.of(), Map.of());
            case "productNumber" -> filter(List.of(), List.of(), Optional.empty(), texts(field, values), Map.of());
            case "hierarchies" -> filter(List.of(), values.stream().map(this::path).toList(), Optional.empty(),
                    List.of(), Map.of());
            case "price" -> filter(List.of(), List.of(), Optional.of(price(values)), List.of(), Map.of());
            default -> filter(List.of(), List.of(), Optional.empty(), List.of(),
                    Map.of(attribute(field), texts(field, values)));
        };
    }

    private static ProductFilter filter(List<String> brands, List<List<String>> categories, Optional<BigDecimal> price,
            List<String> productNumbers, Map<String, List<String>> attributes) {
        return new ProductFilter(brands, categories, price, price, 0, productNumbers, attributes);
    }

    private String attribute(String field) {
        String name = field.replaceFirst("^extraData(List)?\\.", "");
        if (name.equals(field) || name.isEmpty()) {
            throw filters.wrong(field, FIELDS, field);
        }
        return name;
    }

    private List<String> path(JsonNode value) {
        List<String> path = value.isArray() ? texts("hierarchies", StreamSupport.stream(value.spliterator(), false)
                .toList()) : Arrays.stream(text("hierarchies", value).split(">", -1)).map(String::strip).toList();
        if (path.isEmpty() || path.contains("")) {
            throw filters.wrong("hierarchies", "must be paths such as [\"Shoes\", \"Sneakers\"]", value);
        }
        return path;
    }

    private BigDecimal price(List<JsonNode> values) {
        if (values.size() > 1) {
            throw filters.wrong("price", "must be one number", values.size());
        }
        return new Members(filters.node().objectNode().set("price", values.getFirst()), filters.path()).number("price")
                .orElseThrow(() -> filters.wrong("price", "must be one number", values.getFirst()));
    }

    private List<String> texts(String field, List<JsonNode> values) {
        return values.stream().map(value -> text(field, value)).toList();
    }

    private String text(String field, JsonNode value) {
        if (!value.isTextual() && !value.isNumber() && !value.isBoolean()) {
            throw filters.wrong(field, "must be compared with strings, numbers, true or false", value);
        }
        return value.isNumber() ? new Members(filters.node().objectNode().set(field, value), filters.path()).id(field)
                .orElseThrow() : value.asText();
    }
}
