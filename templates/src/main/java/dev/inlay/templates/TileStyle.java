package dev.inlay.templates;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the shop wants its tiles.
 *
 * @param shopName what the neutral picture says
 * @param currency of all prices
 * @param locale how prices are written and which language template texts use
 * @param priceFormat a {@link java.text.DecimalFormat} pattern in place of the locale's own
 * @param variables values for the template's variables (colours, texts) in place of their defaults
 */
public record TileStyle(String shopName, Currency currency, Locale locale, Optional<String> priceFormat,
        Map<String, String> variables) {
    public TileStyle {
        variables = Map.copyOf(variables);
    }
}
