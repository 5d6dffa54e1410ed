package dev.inlay.server.demo;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a shopper has put aside, kept in a cookie as {@code name.quantity~name.quantity}. */
record Basket(List<Line> lines) {
    private static final int MAX_QUANTITY = 9;
    private static final int MAX_LINES = 40;

    /** So many of an article. */
    record Line(Article article, int quantity) {
        BigDecimal total() {
            return article.price().multiply(BigDecimal.valueOf(quantity));
        }
    }

    Basket {
        lines = List.copyOf(lines);
    }

    /** The basket that {@code cookie} holds; what cannot be read is left out. */
    static Basket parse(String cookie, Assortment assortment) {
        Map<Article, Integer> quantities = new LinkedHashMap<>();
        Arrays.stream(cookie.split("~")).limit(MAX_LINES).map(entry -> entry.split("\\.", 2))
                .filter(entry -> entry.length == 2 && entry[1].matches("[1-" + MAX_QUANTITY + "]"))
                .forEach(entry -> assortment.find(entry[0]).filter(Article::inStock)
                        .ifPresent(article -> quantities.put(article, Integer.parseInt(entry[1]))));
        return of(quantities);
    }

    Basket with(Article article) {
        Map<Article, Integer> quantities = quantities();
        quantities.merge(article, 1, (had, one) -> Math.min(MAX_QUANTITY, had + one));
        return of(quantities);
    }

    Basket without(Article article) {
        Map<Article, Integer> quantities = quantities();
        quantities.remove(article);
        return of(quantities);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int count() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    BigDecimal total() {
        return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    String cookie() {
        return lines.stream().map(line -> line.article().name() + "." + line.quantity())
                .collect(Collectors.joining("~"));
    }

    private Map<Article, Integer> quantities() {
        return lines.stream().collect(Collectors.toMap(Line::article, Line::quantity, (a, b) -> a, LinkedHashMap::new));
    }

    private static Basket of(Map<Article, Integer> quantities) {
        return new Basket(quantities.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue())).toList());
    }
}
