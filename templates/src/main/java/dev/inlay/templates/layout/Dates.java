package dev.inlay.templates.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes dates as a locale does. */
final class Dates {
    private static final int LONGEST = 40;
    private final Locale locale;

    Dates(Locale locale) {
        this.locale = locale;
    }

    /**
     * The day of an ISO 8601 date, with or without time of day and offset: the one that stands there, in whatever time
     * zone. Any other text stays as it is.
     */
    String written(String text, FormatStyle style) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            return text;
        }
        try {
            return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale)
                    .withDecimalStyle(DecimalStyle.of(locale)).format(day(stripped));
        } catch (DateTimeException _) {
            return text;
        }
    }

    private static LocalDate day(String text) {
        boolean timed = text.indexOf('T') > 0;
        return LocalDate.from((timed ? DateTimeFormatter.ISO_DATE_TIME : DateTimeFormatter.ISO_DATE).parse(text));
    }
}
