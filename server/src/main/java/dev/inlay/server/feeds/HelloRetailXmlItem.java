package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.inlay.server.http.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An item of Hello Retail's XML in the shape of its JSON: names in any case, lists written out as elements. */
final class HelloRetailXmlItem {
    private static final Map<String, String> SPELLED = Arrays.stream(new String[] {"url", "title", "description",
        "imgUrl", "price", "oldPrice", "priceExVat", "oldPriceExVat", "inStock", "ean", "productNumber",
        "variantProductNumbers", "currency", "brand", "keywords", "hierarchies", "created", "tags", "secondaryImgUrls",
        "quantity", "variants", "extraData", "extraDataList", "attributes", "itemGroupId", "saleStart", "saleEnd"})
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(Map.entry("previousprice", "oldPrice"),
            Map.entry("pricenotax", "priceExVat"), Map.entry("oldpricenotax", "oldPriceExVat"),
            Map.entry("hierarchy", "hierarchies"), Map.entry("product_type", "hierarchies"),
            Map.entry("id", "productNumber"), Map.entry("title", "title"), Map.entry("description", "description"),
            Map.entry("link", "url"), Map.entry("image_link", "imgUrl"), Map.entry("availability", "inStock"),
            Map.entry("gtin", "ean"), Map.entry("item_group_id", "itemGroupId"));
    private static final Set<String> LISTS = Set.of("variantProductNumbers", "secondaryImgUrls", "tags", "keywords");

    private HelloRetailXmlItem() {
    }

    /** {@code item} as an object of the JSON format; what an element says in another word only fills what is open. */
    static ObjectNode json(XmlElement item) {
        ObjectNode json = Json.object();
        Map<Boolean, List<XmlElement>> children = item.children().stream().filter(child -> !child.isBlank())
                .collect(Collectors.partitioningBy(child -> SPELLED.containsKey(key(child))));
        children.get(true).forEach(child -> put(json, SPELLED.get(key(child)), child));
        children.get(false).forEach(child -> {
            String name = OTHER_WORDS.getOrDefault(key(child),
                    OTHER_WORDS.getOrDefault(AttributeName.meant(key(child)), ""));
            if (name.isEmpty() || json.has(name) && !name.equals("hierarchies")) {
                append(json, child);
            } else {
                put(json, name, child);
            }
        });
        return json;
    }

    private static void put(ObjectNode json, String name, XmlElement child) {
        if (name.equals("hierarchies")) {
            hierarchies(child).forEach(json.withArrayProperty(name)::add);
        } else if (!json.has(name)) {
            json.set(name, value(name, child));
        }
    }

    private static JsonNode value(String name, XmlElement child) {
        if (child.isLeaf()) {
            return TextNode.valueOf(child.text().strip());
        }
        return switch (name) {
            case "extraData", "attributes" -> object(child, HelloRetailXmlItem::append);
            case "extraDataList" -> object(child, (lists, list) ->
                    leaves(list).forEach(lists.withArrayProperty(list.name())::add));
            case "variants" -> array(child.children().stream().map(variant -> object(variant, (node, part) ->
                    node.set(SPELLED.getOrDefault(key(part), part.name()), TextNode.valueOf(part.text().strip())))));
            default -> LISTS.contains(name) ? array(leaves(child)) : TextNode.valueOf(child.text().strip());
        };
    }

    /** Paths with their names as elements {@code category}, or as one text. */
    private static Stream<JsonNode> hierarchies(XmlElement element) {
        if (element.isLeaf()) {
            return leaves(element);
        }
        boolean isPath = element.children().stream().allMatch(child -> child.isLeaf() && key(child).equals("category"));
        return isPath ? Stream.of(array(leaves(element)))
                : element.children().stream().flatMap(HelloRetailXmlItem::hierarchies);
    }

    /** Adds {@code child} under its own name; a name with several values becomes a list. */
    private static void append(ObjectNode node, XmlElement child) {
        JsonNode before = node.get(child.name());
        if (before == null && child.isLeaf()) {
            node.set(child.name(), TextNode.valueOf(Markup.strip(child.text())));
            return;
        }
        ArrayNode list = before instanceof ArrayNode more ? more : node.putArray(child.name());
        if (before instanceof TextNode first) {
            list.add(first);
        }
        leaves(child).forEach(list::add);
    }

    private static Stream<JsonNode> leaves(XmlElement element) {
        return element.isLeaf()
                ? Stream.of(Markup.strip(element.text())).filter(text -> !text.isEmpty()).map(TextNode::valueOf)
                : element.children().stream().flatMap(HelloRetailXmlItem::leaves);
    }

    private static ObjectNode object(XmlElement element, BiConsumer<ObjectNode, XmlElement> add) {
        ObjectNode object = Json.object();
        element.children().forEach(child -> add.accept(object, child));
        return object;
    }

    private static ArrayNode array(Stream<? extends JsonNode> values) {
        ArrayNode array = Json.mapper().createArrayNode();
        values.forEach(array::add);
        return array;
    }

    private static String key(XmlElement element) {
        return AttributeName.canonical(element.name());
    }
}
