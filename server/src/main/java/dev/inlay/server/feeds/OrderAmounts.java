package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.website.Website;
import dev.inlay.server.feeds.PriceParser.Outcome.Read;
import dev.inlay.server.feeds.PriceParser.Outcome.Unreadable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Sums and quantities of orders: numbers, or texts as in any other feed. What is none is told, and empty. */
final class OrderAmounts {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}([.,]\\d{1,9})?");
    /** Three decimals are no thousands: Magento writes one piece as {@code 1.0000}, others as {@code 1.000}. */
    private static final int QUANTITY_DIGITS = 3;

    private final Currency currency;
    private final PriceParser prices;
    private final Amounts quantities = new Amounts(Locale.ROOT);

    OrderAmounts(Website website) {
        this.currency = website.currency();
        this.prices = new PriceParser(website.currency(), website.locale());
    }

    /** An amount of money in the website's currency. */
    Optional<BigDecimal> sum(String member, JsonNode value, Consumer<String> warnings) {
        if (value.isNumber()) {
            return number(member, value.decimalValue(), warnings);
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            return wrong(member, "must be an amount", value, warnings);
        }
        return switch (prices.parse(value.textValue())) {
            case Read(BigDecimal amount, Optional<Currency> named, Optional<String> said) -> {
                if (named.isPresent() && !named.get().equals(currency)) {
                    yield wrong(member, "must be in " + currency.getCurrencyCode(), value, warnings);
                }
                said.ifPresent(warning -> warnings.accept(member + ": " + warning));
                yield Optional.of(amount);
            }
            case Unreadable(String reason) -> wrong(member, "must be an amount", value, warnings);
        };
    }

    /** How many pieces; those that came back are less than 0. */
    Optional<BigDecimal> quantity(JsonNode value, Consumer<String> warnings) {
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText().strip();
        boolean isNegative = text.startsWith("-");
        String digits = isNegative ? text.substring(1) : text;
        if (!NUMBER.matcher(digits).matches()) {
            return wrong("quantity", "must be a number", value, warnings);
        }
        return switch (quantities.read(digits, QUANTITY_DIGITS)) {
            case Amounts.Amount(BigDecimal amount, boolean sure) ->
                    Optional.of(isNegative ? amount.negate() : amount);
            case Amounts.None() -> wrong("quantity", "must be a number", value, warnings);
        };
    }

    private static Optional<BigDecimal> number(String member, BigDecimal number, Consumer<String> warnings) {
        boolean isAmount = number.signum() >= 0
                && number.precision() - number.scale() <= ProductAttributes.MAX_PRICE_DIGITS;
        if (!isAmount) {
            warnings.accept(member + " must be 0 or more, with at most " + ProductAttributes.MAX_PRICE_DIGITS
                    + " digits - was " + ProductText.cut(number.toPlainString(), 40));
        }
        return Optional.of(number).filter(amount -> isAmount);
    }

    private static Optional<BigDecimal> wrong(String member, String rule, JsonNode value, Consumer<String> warnings) {
        String text = value.isValueNode() ? value.asText() : "";
        warnings.accept(member + " " + rule
                + (text.isBlank() ? " - is empty" : " - was '" + ProductText.shown(text) + "'"));
        return Optional.empty();
    }
}
