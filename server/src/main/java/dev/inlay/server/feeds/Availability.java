package dev.inlay.server.feeds;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that shops have for being in stock. What can be ordered counts as in stock. */
final class Availability {
    private static final Set<String> IN = Set.of("in stock", "instock", "available", "available for order", "preorder",
            "pre order", "backorder", "back order", "on backorder", "onbackorder", "limited availability", "limited stock",
            "in store", "yes", "true", "1", "y", "auf lager", "verfügbar", "lieferbar", "sofort lieferbar", "i lager",
            "på lager", "en stock", "op voorraad", "в наличии", "в наличност", "disponible", "disponibile");
    private static final Set<String> OUT = Set.of("out of stock", "outofstock", "sold out", "soldout", "not available",
            "unavailable", "not in stock", "discontinued", "no", "false", "0", "n", "nicht auf lager", "ausverkauft",
            "nicht verfügbar", "slut i lager", "slutsåld", "ej i lager", "udsolgt", "utsolgt", "ikke på lager",
            "rupture de stock", "uitverkocht", "нет в наличии", "agotado", "esaurito");

    private static final Pattern BLANKS = Pattern.compile("[\\s_-]+");

    private Availability() {
    }

    /** Whether {@code text} says in stock; empty for a word that nobody knows. */
    static Optional<Boolean> parse(String text) {
        String word = BLANKS.matcher(text.strip().toLowerCase(Locale.ROOT).replace("https://schema.org/", "")
                .replace("http://schema.org/", "")).replaceAll(" ");
        return IN.contains(word) ? Optional.of(true) : OUT.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
