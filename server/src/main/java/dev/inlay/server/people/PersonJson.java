package dev.inlay.server.people;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.Cart;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.activity.TimelineEntry;
import dev.inlay.db.campaign.LockHistory.Shown;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.PathStep;
import dev.inlay.db.people.PersonData;
import dev.inlay.db.people.PersonData.MailClick;
import dev.inlay.db.people.PersonData.Order;
import dev.inlay.db.people.PersonData.TrackingUser;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything of a person as JSON, written while it is read. */
public final class PersonJson {
    private PersonJson() {
    }

    /** Writes {@code person} to {@code out} and closes it; the caller's connection breaks off if the store fails. */
    public static void write(PersonData person, OutputStream out) throws IOException {
        JsonGenerator json = Json.mapper().createGenerator(out);
        json.writeStartObject();
        list(json, "trackingUsers", element -> person.trackingUsers(user -> element.accept(trackingUser(user))));
        list(json, "activity", element -> person.activity(entry -> element.accept(activity(entry))));
        list(json, "orders", element -> person.orders(order -> element.accept(order(order))));
        list(json, "carts", element -> person.carts(cart -> element.accept(cart(cart))));
        list(json, "assignments", element -> person.assignments(shown -> element.accept(assignment(shown))));
        list(json, "clicks", element -> person.clicks(click -> element.accept(click(click))));
        json.writeFieldName("consent");
        json.writeTree(consent(person.consents()));
        json.writeEndObject();
        json.close();
    }

    private static void list(JsonGenerator json, String name, Consumer<Consumer<ObjectNode>> elements)
            throws IOException {
        json.writeArrayFieldStart(name);
        elements.accept(element -> write(json, element));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ObjectNode element) {
        try {
            json.writeTree(element);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode trackingUser(TrackingUser user) {
        ObjectNode node = Json.object().put("trackingUserId", user.id().value());
        node.put("customerId", text(user.customer())).put("hasEmail", user.hasEmail());
        node.putArray("associations").addAll(user.path().stream().map(PersonJson::association).toList());
        return node;
    }

    private static ObjectNode association(PathStep step) {
        return at(step.time()).put("source", step.source().name().toLowerCase(Locale.ROOT))
                .put("customerId", text(step.customer())).put("hasEmail", step.email().isPresent());
    }

    private static ObjectNode activity(TimelineEntry entry) {
        Event event = entry.event();
        ObjectNode node = product(event.product()).put("type", event.type().name().toLowerCase(Locale.ROOT))
                .put("time", event.time().toString());
        entry.orderNumber().ifPresent(number -> node.put("orderNumber", number));
        return node;
    }

    private static ObjectNode order(Order order) {
        ObjectNode node = Json.object().put("orderNumber", order.orderNumber())
                .put("total", order.total().orElse(null)).put("date", order.at().toString())
                .put("counted", order.counted());
        node.putArray("products").addAll(order.lines().stream().map(PersonJson::line).toList());
        return node;
    }

    private static ObjectNode line(OrderLine line) {
        return product(line.product()).put("quantity", line.quantity().orElse(null))
                .put("lineTotal", line.lineTotal().orElse(null));
    }

    private static ObjectNode cart(Cart cart) {
        ObjectNode node = at(cart.time());
        node.putArray("products").addAll(cart.products().stream().map(PersonJson::product).toList());
        return node;
    }

    private static ObjectNode assignment(Shown shown) {
        ObjectNode node = at(shown.at()).put("campaignId", shown.campaignId());
        ArrayNode slots = node.putArray("slots");
        shown.productNumbers().forEach(slots::add);
        return node;
    }

    private static ObjectNode click(MailClick click) {
        return at(click.at()).put("campaignId", click.campaignId()).put("slot", click.slot())
                .put("productNumber", click.productNumber().orElse(null));
    }

    private static JsonNode consent(List<Consent> log) {
        if (log.isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode node = said(log.getFirst());
        node.putArray("log").addAll(log.stream().map(PersonJson::logged).toList());
        return node;
    }

    private static ObjectNode logged(Consent consent) {
        ObjectNode node = said(consent).put("source", consent.source().name().toLowerCase(Locale.ROOT));
        return consent.note().isEmpty() ? node : node.put("note", consent.note());
    }

    private static ObjectNode said(Consent consent) {
        return at(consent.at()).put("state", consent.state().name().toLowerCase(Locale.ROOT));
    }

    private static ObjectNode product(ProductReference product) {
        return Json.object().put("productNumber", product.productNumber().orElse(null))
                .put("url", product.url().orElse(null));
    }

    private static ObjectNode at(Instant time) {
        return Json.object().put("time", time.toString());
    }

    private static String text(Optional<CustomerId> customer) {
        return customer.map(CustomerId::value).orElse(null);
    }
}
