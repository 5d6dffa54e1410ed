package dev.inlay.server.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.ActivityExport.Line;
import dev.inlay.db.activity.Event;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Owner;
import dev.inlay.server.http.Json;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Writes lines as {@link LineParser} reads them. */
final class LineWriter {
    private LineWriter() {
    }

    /** {@code line} with its end. */
    static byte[] bytes(Line line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        bytes.writeBytes(Json.bytes(json(line)));
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static ObjectNode json(Line line) {
        Event event = line.event();
        ObjectNode json = Json.object().put("type", event.type().name().toLowerCase(Locale.ROOT));
        owner(json, event.owner());
        line.customer().map(CustomerId::value).ifPresent(customer -> json.put("customerId", customer));
        event.product().productNumber().ifPresent(number -> json.put("productNumber", number));
        event.product().url().ifPresent(url -> json.put("url", url));
        json.put("time", event.time().toString());
        line.orderNumber().ifPresent(number -> json.put("orderNumber", number));
        return json;
    }

    /** An order of an address, or of nobody that is known, has an owner that only tells orders of several apart. */
    private static void owner(ObjectNode json, Owner owner) {
        switch (owner.kind()) {
            case TRACKING_USER -> json.put("trackingUserId", owner.id());
            case CUSTOMER -> json.put("customerId", owner.customer().value());
            case EMAIL -> json.put("owner", "email " + owner.id());
            case NOBODY -> json.put("owner", "order " + owner.id());
        }
    }
}
