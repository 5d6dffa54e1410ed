package dev.inlay.templates.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.templates.TileStyle;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "de-DE | EUR | 1234.5     | 1.234,50_€",
        "en-US | USD | 1234567.89 | $1,234,567.89",
        "da-DK | DKK | 1234567.89 | 1.234.567,89_kr.",
        "sv-SE | SEK | 99         | 99,00_kr",
        "fr-FR | EUR | 1234.5     | 1\u202F234,50_€",
        "en-GB | JPY | 1980.4     | JP¥1,980",
        "en-KW | KWD | 12.5       | KWD_12.500",
        "de-CH | CHF | 19.905     | CHF_19.91",
        "en-US | USD | -3         | -$3.00",
        "pl-PL | PLN | 0          | 0,00_zł",
    })
    void amountIsWrittenAsTheLocaleDoes(String locale, String currency, String amount, String written) {
        Money money = new Money(style(currency, locale, Optional.empty()));

        assertEquals(written.replace('_', '\u00A0'), money.amount(new BigDecimal(amount)));
    }

    @Test
    void patternOfTheShopComesFirst() {
        Money money = new Money(style("SEK", "sv-SE", Optional.of("#,##0 'kr'")));

        assertEquals("1\u00A0235 kr", money.amount(new BigDecimal("1234.5")));
    }

    @Test
    void percentIsWrittenAsTheLocaleDoes() {
        assertEquals("30\u00A0%", new Money(style("EUR", "de-DE", Optional.empty())).percent(new BigDecimal(30)));
        assertEquals("30%", new Money(style("EUR", "en-IE", Optional.empty())).percent(new BigDecimal(30)));
    }

    private static TileStyle style(String currency, String locale, Optional<String> pattern) {
        return new TileStyle("", Currency.getInstance(currency), Locale.forLanguageTag(locale), pattern, Map.of());
    }
}
