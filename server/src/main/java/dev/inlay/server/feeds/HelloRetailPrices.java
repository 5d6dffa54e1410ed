package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.Website;
import dev.inlay.server.feeds.PriceParser.Outcome.Read;
import dev.inlay.server.feeds.PriceParser.Outcome.Unreadable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** Prices of Hello Retail: numbers, or texts as in any other feed. An old price that is not higher is none. */
final class HelloRetailPrices {
    private final PriceParser parser;

    HelloRetailPrices(Website website) {
        this.parser = new PriceParser(website.currency(), website.locale());
    }

    void copy(Optional<JsonNode> price, Optional<JsonNode> oldPrice, ObjectNode node, Consumer<String> warnings) {
        price.flatMap(value -> read(value, node, warnings)).ifPresent(present -> {
            node.put("price", present);
            oldPrice.flatMap(value -> read(value, node, warnings)).filter(old -> old.compareTo(present) > 0)
                    .ifPresent(old -> node.put("oldPrice", old));
        });
    }

    private Optional<BigDecimal> read(JsonNode value, ObjectNode node, Consumer<String> warnings) {
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        if (value.isNumber() && value.decimalValue().signum() >= 0) {
            return Optional.of(value.decimalValue());
        }
        return switch (parser.parse(text)) {
            case Read read -> {
                read.warning().ifPresent(warnings);
                read.currency().filter(currency -> !node.has("currency"))
                        .ifPresent(currency -> node.put("currency", currency.getCurrencyCode()));
                yield Optional.of(read.amount());
            }
            case Unreadable(String reason) -> {
                warnings.accept(reason);
                yield Optional.empty();
            }
        };
    }
}
