package dev.inlay.server.cli;

import dev.inlay.templates.LiveValues;
import dev.inlay.templates.TileStyle;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a website, a campaign and the moment of the open would give to a tile. */
final class StyleOptions {
    @Option(names = "--locale", paramLabel = "TAG", defaultValue = "en", converter = ToLocale.class,
            description = "How prices and words are written, such as de-DE (default: ${DEFAULT-VALUE}).")
    private Locale locale;

    @Option(names = "--currency", paramLabel = "CODE", defaultValue = "EUR", converter = ToCurrency.class,
            description = "Of prices, unless the product names its own (default: ${DEFAULT-VALUE}).")
    private Currency currency;

    @Option(names = "--shop", paramLabel = "NAME", defaultValue = "Your shop",
            description = "The name of the shop (default: ${DEFAULT-VALUE}).")
    private String shop;

    @Option(names = "--set", paramLabel = "NAME=VALUE",
            description = "A variable of the template; may be given several times.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(names = "--first-name", paramLabel = "NAME", description = "Of who opens the mail.")
    private Optional<String> firstName = Optional.empty();

    @Option(names = "--ends-in", paramLabel = "DURATION", converter = ToDuration.class,
            description = "Until the campaign ends when the mail is opened, such as PT5H or P2DT3H.")
    private Optional<Duration> endsIn = Optional.empty();

    TileStyle style() {
        return new TileStyle(shop, currency, locale, Optional.empty(), variables);
    }

    LiveValues live() {
        return new LiveValues(firstName, endsIn);
    }

    /** A language tag. */
    static final class ToLocale implements ITypeConverter<Locale> {
        @Override
        public Locale convert(String tag) {
            try {
                Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
                if (!locale.getLanguage().isEmpty()) {
                    return locale;
                }
            } catch (IllformedLocaleException e) {
                throw refused(tag);
            }
            throw refused(tag);
        }

        private static TypeConversionException refused(String tag) {
            return new TypeConversionException("must be a language tag such as en or de-DE - was '" + tag + "'");
        }
    }

    /** A code of ISO 4217. */
    static final class ToCurrency implements ITypeConverter<Currency> {
        @Override
        public Currency convert(String code) {
            try {
                return Currency.getInstance(code.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("must be a code of ISO 4217 - was '" + code + "'");
            }
        }
    }

    /** A duration of ISO 8601. */
    static final class ToDuration implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("must be a duration such as PT5H or P2DT3H - was '" + text + "'");
            }
        }
    }
}
