package dev.inlay.server.feeds;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which currency the words and signs beside an amount name. */
final class CurrencySign {
    /** What the text beside an amount names. */
    sealed interface Outcome { }

    /** {@code assumed}: the sign belongs to several currencies, none of them the website's. */
    record Known(Currency currency, boolean assumed) implements Outcome { }

    /** There is text, but no currency that we know. */
    record Unknown() implements Outcome { }

    /** There is no text. */
    record None() implements Outcome { }

    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("€", "EUR"), Map.entry("£", "GBP"),
            Map.entry("us$", "USD"), Map.entry("c$", "CAD"), Map.entry("ca$", "CAD"), Map.entry("a$", "AUD"),
            Map.entry("au$", "AUD"), Map.entry("nz$", "NZD"), Map.entry("hk$", "HKD"), Map.entry("nt$", "TWD"),
            Map.entry("r$", "BRL"), Map.entry("₽", "RUB"), Map.entry("руб", "RUB"), Map.entry("₴", "UAH"),
            Map.entry("₹", "INR"), Map.entry("₩", "KRW"), Map.entry("₫", "VND"), Map.entry("฿", "THB"),
            Map.entry("₺", "TRY"), Map.entry("₪", "ILS"), Map.entry("zł", "PLN"), Map.entry("kč", "CZK"),
            Map.entry("ft", "HUF"), Map.entry("lei", "RON"), Map.entry("лв", "BGN"), Map.entry("円", "JPY"),
            Map.entry("元", "CNY"), Map.entry("fr", "CHF"), Map.entry("sfr", "CHF"), Map.entry("د.ك", "KWD"));

    /** Signs of several currencies; the first is assumed if the website uses none of them, {@code kr} is left open. */
    private static final Map<String, List<String>> SHARED = Map.of(
            "$", List.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN", "ARS", "CLP", "COP", "TWD", "UYU"),
            "¥", List.of("JPY", "CNY"), "￥", List.of("JPY", "CNY"), "kr", List.of("", "SEK", "NOK", "DKK", "ISK"));

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private CurrencySign() {
    }

    static Outcome find(String before, String after, Currency website) {
        List<String> words = Stream.of(before, after).flatMap(text -> Arrays.stream(BLANKS.split(text)))
                .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("[.]$", "")).filter(word -> !word.isEmpty())
                .distinct().toList();
        List<Outcome> named = words.stream().map(word -> find(word, website)).distinct().toList();
        Set<String> codes = Set.copyOf(words.stream().filter(CurrencySign::isCode).toList());
        if (codes.size() == 1 && !named.contains(new Unknown())) {
            return find(codes.iterator().next(), website);
        }
        return named.isEmpty() ? new None() : named.size() == 1 ? named.getFirst() : new Unknown();
    }

    private static Outcome find(String word, Currency website) {
        List<String> shared = SHARED.getOrDefault(word, List.of());
        if (shared.contains(website.getCurrencyCode())) {
            return new Known(website, false);
        }
        String code = shared.isEmpty() ? SIGNS.getOrDefault(word, word) : shared.getFirst();
        return isCode(code) ? new Known(Currency.getInstance(code.toUpperCase(Locale.ROOT)), !shared.isEmpty()) : new Unknown();
    }

    /** Codes without decimals of their own, such as {@code XXX} and {@code XAU}, are no money. */
    private static boolean isCode(String word) {
        try {
            return word.length() == 3 && Currency.getInstance(word.toUpperCase(Locale.ROOT)).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
