package dev.inlay.server.statistics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.http.Json;
import dev.inlay.server.statistics.Results.Orders;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.TreeMap;

/** Results as the API spells them (contract 5.4). */
final class ResultsJson {
    private ResultsJson() {
    }

    static ObjectNode write(Results results) {
        ObjectNode json = Json.object().put("from", results.from().toString()).put("to", results.to().toString());
        json.set("pictures", classes(results.pictures()));
        json.set("clicks", classes(results.clicks()));
        json.put("uniqueClicks", results.uniqueClicks())
                .put("placeholders", results.audience().placeholders())
                .put("unknown", results.audience().unknown())
                .put("anonymous", results.audience().anonymous())
                .put("neutral", results.neutral());
        ObjectNode reasons = json.putObject("neutralReasons");
        new TreeMap<>(results.neutralReasons()).forEach(reasons::put);
        json.put("windowDays", results.windowDays());
        orders(json, results.orders());
        json.put("shownOrders", results.shown().number()).put("shownRevenue", amount(results.shown().revenue()));
        results.slots().forEach(slot -> slot(json.withArray("slots").addObject(), slot));
        ArrayNode products = json.putArray("products");
        results.products().forEach(product -> {
            ObjectNode entry = products.addObject().put("productNumber", product.productNumber());
            orders(traffic(entry, product.pictures(), product.clicks()), product.orders());
        });
        ArrayNode days = json.putArray("days");
        results.days().forEach(day -> {
            ObjectNode entry = days.addObject().put("day", day.day().toString());
            orders(traffic(entry, day.pictures(), day.clicks()), day.orders());
        });
        return json;
    }

    /** Without trailing zeros and without exponent. */
    static BigDecimal amount(BigDecimal revenue) {
        BigDecimal shorter = revenue.stripTrailingZeros();
        return shorter.scale() < 0 ? shorter.setScale(0) : shorter;
    }

    static String name(RequestClass requestClass) {
        return requestClass.name().toLowerCase(Locale.ROOT);
    }

    private static void slot(ObjectNode entry, Results.Slot slot) {
        entry.put("slot", slot.slot());
        entry.set("pictures", classes(slot.pictures()));
        entry.set("clicks", classes(slot.clicks()));
    }

    private static ObjectNode traffic(ObjectNode entry, ByClass pictures, ByClass clicks) {
        return entry.put("pictures", pictures.total()).put("clicks", clicks.total())
                .put("personClicks", clicks.of(RequestClass.PERSON));
    }

    private static void orders(ObjectNode entry, Orders orders) {
        entry.put("orders", orders.number()).put("revenue", amount(orders.revenue()));
    }

    private static ObjectNode classes(ByClass numbers) {
        ObjectNode json = Json.object();
        numbers.numbers().forEach((requestClass, number) -> json.put(name(requestClass), number));
        return json;
    }
}
