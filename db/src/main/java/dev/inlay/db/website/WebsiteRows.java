package dev.inlay.db.website;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What {@link WebsiteDao} reads and writes. */
interface WebsiteRows {
    /** A row of table {@code website}; hosts and settings are JSON. */
    record WebsiteRow(int id, String uuid, String name, String url, String currency, String locale, String hosts,
            String settings) {
        private static final ObjectMapper JSON = new ObjectMapper();

        static WebsiteRow of(Website website) {
            return new WebsiteRow(website.id(), website.uuid().toString(), website.name(), website.url().toString(),
                    website.currency().getCurrencyCode(), website.locale().toLanguageTag(), hosts(website.hosts()),
                    settings(website.settings()));
        }

        WebsiteRow withKeys(int id, UUID uuid) {
            return new WebsiteRow(id, uuid.toString(), name, url, currency, locale, hosts, settings);
        }

        Website website() {
            return new Website(id, UUID.fromString(uuid), name, URI.create(url), Currency.getInstance(currency),
                    Locale.forLanguageTag(locale),
                    StreamSupport.stream(read(hosts).spliterator(), false).map(JsonNode::asText).toList(),
                    settings(read(settings)));
        }

        private static String hosts(List<String> hosts) {
            ArrayNode array = JSON.createArrayNode();
            hosts.forEach(array::add);
            return array.toString();
        }

        private static String settings(WebsiteSettings settings) {
            ObjectNode object = JSON.createObjectNode()
                    .put("timeZone", settings.timeZone().getId())
                    .put("personalizeUnknownConsent", settings.personalizeUnknownConsent())
                    .put("retentionDays", settings.retentionDays())
                    .put("requireCustomerIdSignature", settings.requireCustomerIdSignature())
                    .put("attributionDays", settings.attributionDays())
                    .put("mailRetentionDays", settings.mailRetentionDays());
            settings.priceFormat().ifPresent(format -> object.put("priceFormat", format));
            if (!settings.picking().isEmpty()) {
                settings.picking().forEach(object.putObject("picking")::put);
            }
            return object.toString();
        }

        private static WebsiteSettings settings(JsonNode object) {
            WebsiteSettings defaults = WebsiteSettings.DEFAULTS;
            return new WebsiteSettings(
                    ZoneId.of(object.path("timeZone").asText(defaults.timeZone().getId())),
                    Optional.ofNullable(object.get("priceFormat")).map(JsonNode::asText),
                    object.path("personalizeUnknownConsent").asBoolean(defaults.personalizeUnknownConsent()),
                    object.path("retentionDays").asInt(defaults.retentionDays()),
                    object.path("requireCustomerIdSignature").asBoolean(defaults.requireCustomerIdSignature()),
                    object.path("attributionDays").asInt(defaults.attributionDays()),
                    object.path("mailRetentionDays").asInt(defaults.mailRetentionDays()),
                    object.path("picking").properties().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, number -> number.getValue().asDouble())));
        }

        private static JsonNode read(String json) {
            try {
                return JSON.readTree(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A row of table {@code api_key}. */
    record KeyRow(int websiteId, String id, byte[] keyHash, Scope scope, long createdMs) { }
}
