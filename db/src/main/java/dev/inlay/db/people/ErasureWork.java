package dev.inlay.db.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What an erasure must know to be done again from its beginning, when most of the person is gone already. Kept sealed,
 * and only until the erasure is done.
 *
 * @param speakers by which names the person may have spoken of consent
 * @param recipients what the person's clicks and orders are put down to, 16 bytes each
 * @param readers the recipients whose locks may show something of the person's history
 */
record ErasureWork(Subject subject, List<Owner> speakers, List<byte[]> recipients, List<byte[]> readers,
        StandIns standIns) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        ObjectNode work = JSON.createObjectNode();
        switch (subject) {
            case Subject.OfTrackingUser(TrackingUserId id) -> work.put("trackingUser", id.value());
            case Subject.OfCustomer(CustomerId id) -> work.put("customer", id.stored());
            case Subject.OfEmail(List<EmailKey> keys) -> {
                ObjectNode email = work.putObject("email");
                keys.forEach(key -> email.withArray(key.digest().name()).add(key.hex()));
            }
        }
        speakers.forEach(name -> work.withArray("speakers").add(name.kind().letter() + name.id()));
        recipients.forEach(key -> work.withArray("recipients").add(HexFormat.of().formatHex(key)));
        readers.forEach(key -> work.withArray("readers").add(HexFormat.of().formatHex(key)));
        return work.put("seed", standIns.seed()).toString();
    }

    static ErasureWork of(String text) {
        try {
            JsonNode work = JSON.readTree(text);
            return new ErasureWork(subject(work), owners(work.path("speakers")), keys(work.path("recipients")),
                    keys(work.path("readers")), new StandIns(work.get("seed").textValue()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Subject subject(JsonNode work) {
        if (work.has("trackingUser")) {
            return new Subject.OfTrackingUser(new TrackingUserId(work.get("trackingUser").textValue()));
        }
        if (work.has("customer")) {
            return new Subject.OfCustomer(CustomerId.fromStored(work.get("customer").textValue()));
        }
        List<EmailKey> emails = new ArrayList<>();
        for (EmailKey.Digest digest : EmailKey.Digest.values()) {
            keys(work.get("email").path(digest.name())).forEach(key -> emails.add(new EmailKey(digest, key)));
        }
        return new Subject.OfEmail(emails);
    }

    private static List<Owner> owners(JsonNode list) {
        return list.valueStream().map(JsonNode::textValue)
                .map(name -> new Owner(Owner.Kind.of(name.substring(0, 1)), name.substring(1))).toList();
    }

    private static List<byte[]> keys(JsonNode list) {
        List<byte[]> keys = new ArrayList<>();
        list.forEach(key -> keys.add(HexFormat.of().parseHex(key.textValue())));
        return keys;
    }
}
