package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.FeedOrder;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.Website;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes an order of what a feed says. Without number, date, total and a product there is none; what else is wrong costs
 * only itself. Addresses are keyed hashes from here on.
 */
final class OrderParser {
    /** The most lines of an order, as in a conversion. */
    static final int MAX_LINES = 1_000;
    /** The most characters of a value. */
    static final int MAX_TEXT = 2_100;

    private static final String LEFT_OUT = ": the order is left out";

    private final ZoneId zone;
    private final PersonalData personalData;
    private final OrderAmounts amounts;
    private final OrderBuyer buyers;

    OrderParser(Website website, PersonalData personalData) {
        this.zone = website.settings().timeZone();
        this.personalData = personalData;
        this.amounts = new OrderAmounts(website);
        this.buyers = new OrderBuyer(personalData);
    }

    /** The number of {@code order} as it may be stored and told. */
    Optional<String> number(ObjectNode order) {
        return text(order, "orderNumber").map(personalData::storable);
    }

    /** {@code order} (see {@link OrderRows#order}), or empty if it cannot be one; {@code warnings} says why. */
    Optional<FeedOrder> parse(ObjectNode order, Consumer<String> warnings) {
        Optional<String> number = number(order);
        if (number.isEmpty()) {
            warnings.accept("orderNumber is missing" + LEFT_OUT);
            return Optional.empty();
        }
        Optional<Instant> date = date(order, warnings);
        Optional<BigDecimal> total = total(order, warnings);
        List<OrderLine> lines = lines(order, warnings);
        if (lines.isEmpty()) {
            warnings.accept("no product is named" + LEFT_OUT);
        }
        if (date.isEmpty() || total.isEmpty() || lines.isEmpty()) {
            return Optional.empty();
        }
        Optional<CustomerId> customer = buyers.customer(text(order, "customerId"), warnings);
        List<EmailKey> email = buyers.email(text(order, "email"), warnings);
        if (customer.isEmpty() && email.isEmpty()) {
            warnings.accept("neither email nor customerId tells whose order this is");
        }
        return Optional.of(new FeedOrder(number.get(), date.get(), total, customer, email, lines));
    }

    private Optional<Instant> date(ObjectNode order, Consumer<String> warnings) {
        Optional<String> text = text(order, "date");
        Optional<Instant> date = text.flatMap(written -> OrderDates.parse(written, zone));
        if (date.isEmpty()) {
            warnings.accept(text.map(written -> "date must be ISO 8601, RFC 822 or a Unix time - was '"
                    + ProductText.shown(written) + "'").orElse("date is missing") + LEFT_OUT);
        }
        return date;
    }

    private Optional<BigDecimal> total(ObjectNode order, Consumer<String> warnings) {
        JsonNode total = order.path("total");
        if (total.isMissingNode() || total.isNull()) {
            warnings.accept("total is missing" + LEFT_OUT);
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        Optional<BigDecimal> amount = amounts.sum("total", total, said::add);
        said.forEach(warning -> warnings.accept(amount.isPresent() ? warning : warning + LEFT_OUT));
        return amount;
    }

    private List<OrderLine> lines(ObjectNode order, Consumer<String> warnings) {
        List<OrderLine> lines = new ArrayList<>();
        for (JsonNode line : order.path("products")) {
            if (lines.size() == MAX_LINES) {
                warnings.accept("has more than " + MAX_LINES + " lines: the rest is left out");
                break;
            }
            line((ObjectNode) line, warnings).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<OrderLine> line(ObjectNode line, Consumer<String> warnings) {
        ProductReference product = new ProductReference(text(line, "productNumber").map(personalData::storable),
                text(line, "url").flatMap(personalData::storableUrl));
        if (product.isEmpty()) {
            warnings.accept("a line names no product: it is left out");
            return Optional.empty();
        }
        Optional<BigDecimal> quantity = present(line, "quantity")
                .flatMap(value -> amounts.quantity(value, warnings));
        if (quantity.filter(pieces -> pieces.signum() <= 0).isPresent()) {
            warnings.accept("quantity is not above 0: the line is left out");
            return Optional.empty();
        }
        return Optional.of(new OrderLine(product, quantity, lineTotal(line, quantity, warnings)));
    }

    /** What the line says or, if it says what one costs, that many times. */
    private Optional<BigDecimal> lineTotal(ObjectNode line, Optional<BigDecimal> quantity, Consumer<String> warnings) {
        if (present(line, "lineTotal").isPresent()) {
            return amounts.sum("lineTotal", line.get("lineTotal"), warnings);
        }
        return present(line, "price").flatMap(price -> amounts.sum("price", price, warnings))
                .map(price -> price.multiply(quantity.orElse(BigDecimal.ONE)));
    }

    private static Optional<JsonNode> present(ObjectNode node, String member) {
        return Optional.ofNullable(node.get(member)).filter(value -> !value.isNull());
    }

    /** A text or a number, without blanks around it; empty if nothing is left. */
    private static Optional<String> text(ObjectNode node, String member) {
        return present(node, member).filter(JsonNode::isValueNode).map(OrderParser::written).map(ProductText::plain)
                .map(text -> ProductText.cut(text, MAX_TEXT)).filter(text -> !text.isEmpty());
    }

    private static String written(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }
}
