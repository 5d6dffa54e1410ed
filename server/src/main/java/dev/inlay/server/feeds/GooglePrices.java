package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.Website;
import dev.inlay.server.feeds.PriceParser.Outcome.Read;
import dev.inlay.server.feeds.PriceParser.Outcome.Unreadable;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * A regular price, perhaps a lower one for a time, or the higher one that it replaced: what {@code price}, {@code
 * oldPrice} and the sale's window become.
 */
final class GooglePrices {
    private final PriceParser parser;
    private final Currency currency;
    private final ZoneId zone;

    GooglePrices(Website website) {
        this.parser = new PriceParser(website.currency(), website.locale());
        this.currency = website.currency();
        this.zone = website.settings().timeZone();
    }

    void copy(GoogleRow row, ObjectNode node) {
        read(row, "price").ifPresent(regular -> {
            node.put("price", regular.amount());
            regular.currency().ifPresent(named -> node.put("currency", named.getCurrencyCode()));
            read(row, "compare_at_price").filter(old -> old.amount().compareTo(regular.amount()) > 0)
                    .ifPresent(old -> node.put("oldPrice", old.amount()));
            read(row, "sale_price").filter(sale -> isLower(sale, regular, row))
                    .ifPresent(sale -> sale(sale, regular, row, node));
        });
    }

    private boolean isLower(Read sale, Read regular, GoogleRow row) {
        if (!sale.currency().orElse(currency).equals(regular.currency().orElse(currency))) {
            row.warn("sale_price is in another currency than price: not used");
            return false;
        }
        int difference = sale.amount().compareTo(regular.amount());
        if (difference > 0) {
            row.warn("sale_price " + sale.amount() + " is higher than price " + regular.amount() + ": not used");
        }
        return difference < 0 && sale.amount().signum() > 0;
    }

    private void sale(Read sale, Read regular, GoogleRow row, ObjectNode node) {
        Optional<String> window = row.first("sale_price_effective_date");
        Optional<SalePeriod> period = window.flatMap(text -> SalePeriod.parse(text, zone));
        if (window.isPresent() && period.isEmpty()) {
            row.warn("sale_price_effective_date must be two times - was '"
                    + ProductText.shown(window.get()) + "': sale_price not used");
            return;
        }
        node.put("price", sale.amount()).put("oldPrice", regular.amount());
        period.flatMap(SalePeriod::start).ifPresent(start -> node.put("saleStart", start.toString()));
        period.flatMap(SalePeriod::end).ifPresent(end -> node.put("saleEnd", end.toString()));
    }

    private Optional<Read> read(GoogleRow row, String name) {
        return row.first(name).flatMap(text -> switch (parser.parse(Entities.decode(text))) {
            case Read read -> {
                read.warning().ifPresent(row::warn);
                yield Optional.of(read);
            }
            case Unreadable(String reason) -> {
                row.warn(reason);
                yield Optional.empty();
            }
        });
    }
}
