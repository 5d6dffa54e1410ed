package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.server.feeds.PriceParser.Outcome.Read;
import dev.inlay.server.feeds.PriceParser.Outcome.Unreadable;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceParserTest {
    private static final PriceParser SWEDISH = new PriceParser(Currency.getInstance("SEK"), Locale.of("sv", "SE"));
    private static final PriceParser GERMAN = new PriceParser(Currency.getInstance("EUR"), Locale.GERMANY);
    private static final PriceParser AMERICAN = new PriceParser(Currency.getInstance("USD"), Locale.US);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7900 SEK      | 7900.00 | SEK
            SEK 7900      | 7900.00 | SEK
            sek7900       | 7900.00 | SEK
            7 900,50 kr   | 7900.50 | SEK
            7 900:- kr    | 7900.00 | SEK
            7900 kr.      | 7900.00 | SEK
            199,- kr      | 199.00  | SEK
            10.000 KWD    | 10.000  | KWD
            1,250.500 KWD | 1250.500 | KWD
            10,000 JPY    | 10000   | JPY
            10.000 JPY    | 10000   | JPY
            ¥10,000 JPY   | 10000   | JPY
            1.234,56 €    | 1234.56 | EUR
            1,234.56 EUR  | 1234.56 | EUR
            1.234.567 EUR | 1234567.00 | EUR
            10,00 EUR     | 10.00   | EUR
            10.5 EUR      | 10.50   | EUR
            .99 USD       | 0.99    | USD
            US$ 2,037.00  | 2037.00 | USD
            2'500.00 CHF  | 2500.00 | CHF
            15.00 USD     | 15.00   | USD
            47.00 BGN     | 47.00   | BGN
            12,50 zł      | 12.50   | PLN
            """)
    void priceNamesItsCurrency(String text, String amount, String currency) {
        assertThat(SWEDISH.parse(text)).isInstanceOfSatisfying(Read.class, read -> {
            assertThat(read.amount()).isEqualTo(amount);
            assertThat(read.currency()).map(Currency::getCurrencyCode).contains(currency);
            assertThat(read.warning()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"6900, 6900.00", "'249,90', 249.90", "'249.90', 249.90", "'1 349', 1349.00", "0, 0.00",
            "'0,999', 1.00"})
    void priceWithoutCurrencyIsInTheWebsites(String text, String amount) {
        assertThat(SWEDISH.parse(text)).isInstanceOfSatisfying(Read.class, read -> {
            assertThat(read.amount()).isEqualTo(amount);
            assertThat(read.currency()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2,037", "$ 2,037.00", "2,037 $", "2037 USD"})
    void signIsTheWebsitesIfItUsesIt(String text) {
        assertThat(AMERICAN.parse(text)).isEqualTo(AMERICAN.parse("2037 USD"));
    }

    @ParameterizedTest
    @CsvSource({"'$2,037', 2037.00, USD", "¥500, 500, JPY"})
    void signOfSeveralCurrenciesIsAssumedAndWarned(String text, String amount, String currency) {
        assertThat(SWEDISH.parse(text)).isInstanceOfSatisfying(Read.class, read -> {
            assertThat(read.amount()).isEqualTo(amount);
            assertThat(read.currency()).map(Currency::getCurrencyCode).contains(currency);
            assertThat(read.warning()).contains("price '" + text + "' taken as " + currency);
        });
    }

    @ParameterizedTest
    @CsvSource({"10.999 EUR, 10999.00, de", "10.999 EUR, 11.00, en", "10.999, 10999.00, de"})
    void dotBeforeThreeDigitsIsReadAsTheWebsiteWrites(String text, String amount, String language) {
        assertThat((language.equals("de") ? GERMAN : AMERICAN).parse(text)).isInstanceOfSatisfying(Read.class, read -> {
            assertThat(read.amount()).isEqualTo(amount);
            assertThat(read.warning()).contains("price '" + text + "' taken as " + amount);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "free", "10 XXX", "10 XAU", "10 quid", "-5 EUR", "99999999999999999999 EUR",
            "10 - 12 EUR",
            "1.2.3", "1,234.567,89", "10 EUR 5", "10 EUR USD", "NaN", "1e3 EUR"})
    void whatIsNoPriceIsUnreadable(String text) {
        assertThat(GERMAN.parse(text)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 kr", "kr 10"})
    void crownsOfNobodyKnowsWhichCountryAreUnreadable(String text) {
        assertThat(GERMAN.parse(text)).isInstanceOf(Unreadable.class);
    }
}
