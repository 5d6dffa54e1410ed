package dev.inlay.server.console.products;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedSettings;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.feeds.FeedSettingsParser;
import dev.inlay.server.feeds.OrderFeedFormat;
import dev.inlay.server.feeds.ProductFeedFormat;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.RawQuery;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of a feed as fields of a form, called as the members of its JSON. The password is only ever sent. */
final class FeedFields {
    private static final List<String> SHOWN = List.of("name", "url", "format", "interval", "username");
    private static final String PASSWORD = "password";
    private static final List<Duration> INTERVALS = List.of(Duration.ofMinutes(15), Duration.ofHours(1),
            Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(7));

    /** One entry of a list to choose from. */
    record Choice(String value, String label) { }

    private FeedFields() {
    }

    /** A new feed: fetched each hour. */
    static FilledForm empty() {
        return FilledForm.of(Map.of("interval", Duration.ofHours(1).toString()));
    }

    static FilledForm of(FeedSettings settings) {
        ObjectNode json = FeedSettingsParser.write(settings);
        Map<String, String> values = new HashMap<>();
        SHOWN.forEach(name -> values.put(name, json.path(name).asText("")));
        return FilledForm.of(values);
    }

    static FilledForm sent(RawQuery form) {
        return FilledForm.sent(form, SHOWN);
    }

    /** What the API would be sent: an empty field is a member that is taken out, but an empty password stays. */
    static ObjectNode json(RawQuery form) {
        ObjectNode json = Json.object();
        SHOWN.forEach(name -> json.put(name, form.first(name).orElse(null)));
        form.first(PASSWORD).ifPresent(password -> json.put(PASSWORD, password));
        return json;
    }

    static List<Choice> formats(FeedKind kind) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "Recognise it from the file")));
        choices.addAll(switch (kind) {
            case PRODUCTS -> Arrays.stream(ProductFeedFormat.values())
                    .map(format -> new Choice(format.wire(), label(format))).toList();
            case ORDERS -> Arrays.stream(OrderFeedFormat.values())
                    .map(format -> new Choice(format.wire(), label(format))).toList();
        });
        return choices;
    }

    /** The usual intervals, and {@code chosen} if it is another. */
    static List<Choice> intervals(String chosen) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "By hand only")));
        Stream.concat(INTERVALS.stream(), other(chosen).stream()).sorted().distinct()
                .map(interval -> new Choice(interval.toString(), FeedView.every(interval))).forEach(choices::add);
        return choices;
    }

    /** What the format {@code wire} of feeds of {@code kind} is called here. */
    static String label(FeedKind kind, String wire) {
        return formats(kind).stream().filter(choice -> choice.value().equals(wire)).map(Choice::label).findFirst()
                .orElse(wire);
    }

    private static String label(OrderFeedFormat format) {
        return switch (format) {
            case HELLORETAIL_JSON -> "Hello Retail: JSON";
            case HELLORETAIL_XML -> "Hello Retail: older XML";
            case SHOPWARE_XML -> "Hello Retail: XML from Shopware";
            case MAGENTO_XML -> "Hello Retail: XML from Magento";
            case CSV -> "Text with semicolons, commas or tabs (CSV)";
        };
    }

    private static String label(ProductFeedFormat format) {
        return switch (format) {
            case GOOGLE_RSS -> "Google Shopping: RSS";
            case GOOGLE_ATOM -> "Google Shopping: Atom";
            case GOOGLE_TSV -> "Google Shopping: text with tabs, semicolons or commas";
            case HELLORETAIL_JSON -> "Hello Retail: JSON";
            case HELLORETAIL_XML -> "Hello Retail: XML";
            case SHOPIFY_CSV -> "Shopify: export of products (CSV)";
            case WOOCOMMERCE_CSV -> "WooCommerce: export of products (CSV)";
        };
    }

    private static Optional<Duration> other(String chosen) {
        try {
            return Optional.of(Duration.parse(chosen));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
