package dev.inlay.server.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Somebody on the list of the demo's newsletter.
 *
 * @param key names the recipient in URLs of the demo
 * @param label who this is, for the inbox
 * @param parameter {@code userEmail} or {@code customerId}
 * @param value the address or the customer id
 */
record Recipient(String key, String label, String parameter, String value) {
    static Recipient ofEmail(String label, String email) {
        return new Recipient(key(label), label, "userEmail", email);
    }

    static Recipient ofCustomer(String label, String customerId) {
        return new Recipient(key(label), label, "customerId", customerId);
    }

    /** The value as a mail service writes it into a URL. */
    String encoded() {
        return encode(value);
    }

    /** The recipient as the explanation takes it. */
    ObjectNode json() {
        return Json.object().put(parameter, value);
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String key(String label) {
        return label.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
