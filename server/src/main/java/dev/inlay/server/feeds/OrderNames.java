package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What shops call the members of orders, in any case, with or without blanks, underscores and hyphens. */
final class OrderNames {
    /** Members of an order; the first name that has a value wins. */
    private static final Map<String, List<String>> ORDER = Map.of(
            "orderNumber", List.of("ordernumber", "orderno", "ordernr", "incrementid", "orderid"),
            "date", List.of("date", "orderdate", "createddate", "createdat", "created", "ordertime", "datetime"),
            "total", List.of("total", "ordertotal", "grandtotal", "totalamount", "totalprice"),
            "email", List.of("email", "customeremail", "emailaddress", "useremail", "mail"),
            "customerId", List.of("customerid", "customernumber", "customerno"));

    /** Members of a line. */
    private static final Map<String, List<String>> LINE = Map.of(
            "productNumber", List.of("productnumber", "sku", "productid", "itemnumber", "articlenumber"),
            "url", List.of("url", "producturl", "link", "productlink"),
            "quantity", List.of("quantity", "qty", "count"),
            "lineTotal", List.of("linetotal", "rowtotal", "itemtotal"),
            "price", List.of("price", "unitprice", "itemprice"));

    private static final List<String> LISTS = List.of("products", "orderproducts", "orderlines", "lines", "lineitems",
            "items");
    /** What only products have. */
    private static final Set<String> OF_PRODUCTS = Set.of("title", "imgurl", "imagelink", "imageurl", "availability",
            "instock", "hierarchies", "brand", "handle", "regularprice");

    private OrderNames() {
    }

    /** {@code name} in lower case without anything between its words. */
    static String canonical(String name) {
        boolean isOneWord = name.chars()
                .allMatch(letter -> letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z');
        return isOneWord ? name.toLowerCase(Locale.ROOT) : AttributeName.canonical(name).replace("_", "");
    }

    /** The members of an order, but for its lines, among {@code values} by canonical name. */
    static ObjectNode order(Map<String, JsonNode> values) {
        return picked(ORDER, values);
    }

    /** The members of a line among {@code values}; an {@code id} is its product only where nothing else is. */
    static ObjectNode line(Map<String, JsonNode> values) {
        ObjectNode line = picked(LINE, values);
        Optional.ofNullable(values.get("id")).filter(id -> line.path("productNumber").asText("").isBlank())
                .ifPresent(id -> line.set("productNumber", id));
        return line;
    }

    /** The list of lines among {@code values}. */
    static Optional<JsonNode> lines(Map<String, JsonNode> values) {
        return LISTS.stream().map(values::get).filter(list -> list != null && !list.isNull()).findFirst();
    }

    static boolean isList(String canonical) {
        return LISTS.contains(canonical);
    }

    /** The members of {@code object} by canonical name. */
    static Map<String, JsonNode> byName(ObjectNode object) {
        Map<String, JsonNode> values = new HashMap<>();
        object.properties().forEach(member -> values.putIfAbsent(canonical(member.getKey()), member.getValue()));
        return values;
    }

    /** Whether rows with these canonical names are products, not orders. */
    static boolean areOfProducts(Set<String> names) {
        return ORDER.get("orderNumber").stream().noneMatch(names::contains)
                && names.stream().anyMatch(OF_PRODUCTS::contains);
    }

    /** Whether rows with these canonical names may be orders, perhaps without what they must have. */
    static boolean areOfOrders(Set<String> names) {
        return Stream.concat(ORDER.values().stream().flatMap(List::stream), LISTS.stream()).anyMatch(names::contains);
    }

    /**
     * The canonical columns of a table that hold the members of an order with one line.
     *
     * @throws FeedRefusedException if one that must be there is missing
     */
    static Map<String, String> columns(List<String> names) {
        Map<String, String> columns = new LinkedHashMap<>();
        List.of(ORDER, LINE).forEach(members -> members.forEach((member, spellings) -> spellings.stream()
                .filter(names::contains).findFirst().ifPresent(column -> columns.put(member, column))));
        for (String needed : List.of("orderNumber", "date", "total", "email")) {
            refuseWithout(columns, needed);
        }
        if (!columns.containsKey("url")) {
            refuseWithout(columns, "productNumber");
        }
        return columns;
    }

    private static void refuseWithout(Map<String, String> columns, String needed) {
        if (!columns.containsKey(needed)) {
            throw new FeedRefusedException("column '" + needed + "' is missing in the header");
        }
    }

    private static ObjectNode picked(Map<String, List<String>> members, Map<String, JsonNode> values) {
        ObjectNode picked = Json.object();
        members.forEach((member, spellings) -> first(spellings, values::get)
                .ifPresent(value -> picked.set(member, value)));
        return picked;
    }

    /** The first value that says something, else the first that is there: an empty one is to be reported. */
    private static Optional<JsonNode> first(List<String> spellings, Function<String, JsonNode> value) {
        List<JsonNode> present = new ArrayList<>();
        spellings.stream().map(value).filter(node -> node != null && !node.isNull()).forEach(present::add);
        return present.stream().filter(node -> !node.isTextual() || !node.textValue().isBlank()).findFirst()
                .or(() -> present.stream().findFirst());
    }
}
