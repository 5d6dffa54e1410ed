package dev.inlay.server.console.activity;

import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Product;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses which products the shop means by numbers and URLs that match none: hints for a human who looks for a mix-up
 * of ids, nothing that counts. One pass over the catalogue serves all of them.
 */
final class LookAlikes {
    private static final int HINTS = 3;
    /** Shorter beginnings of a number are shared by too many. */
    private static final int SHORTEST_BEGINNING = 3;
    private static final Pattern NOT_ALIKE = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern AFTER_PATH = Pattern.compile("/*([?#].*)?$", Pattern.DOTALL);
    private static final Pattern BEGINNING = Pattern.compile("^(.+)[-_./: ][^-_./: ]+$", Pattern.DOTALL);

    /** A product that may be meant, and why one might think so. */
    record Hint(Product product, String why) { }

    private record Wanted(ProductReference reference, String part) { }

    private final Map<String, List<Wanted>> wanted = new HashMap<>();
    private final Map<ProductReference, Map<String, Hint>> hints = new HashMap<>();

    LookAlikes(Collection<ProductReference> references, Collection<Product> products) {
        references.forEach(this::want);
        if (!wanted.isEmpty()) {
            products.forEach(this::compare);
        }
    }

    /** The products that {@code reference} may mean, at most {@value #HINTS}. */
    List<Hint> of(ProductReference reference) {
        return List.copyOf(hints.getOrDefault(reference, Map.of()).values());
    }

    private void want(ProductReference reference) {
        reference.productNumber().ifPresent(number -> {
            want(number, new Wanted(reference, "the number sent"));
            Matcher beginning = BEGINNING.matcher(number);
            if (beginning.matches() && alike(beginning.group(1)).length() >= SHORTEST_BEGINNING) {
                want(beginning.group(1), new Wanted(reference, "the beginning of the number sent"));
            }
        });
        reference.url().ifPresent(url -> want(lastSegment(url), new Wanted(reference, "the end of the URL sent")));
    }

    private void want(String text, Wanted one) {
        if (!alike(text).isEmpty()) {
            wanted.computeIfAbsent(alike(text), first -> new ArrayList<>()).add(one);
        }
    }

    private void compare(Product product) {
        compare(product, product.productNumber(), "its product number");
        product.variantProductNumbers().forEach(number -> compare(product, number, "one of its variant numbers"));
        compare(product, product.ean(), "its ean");
        compare(product, product.itemGroupId(), "its itemGroupId");
        product.extraData().forEach((name, value) -> compare(product, value, "its " + name));
        if (product.url() != null) {
            compare(product, lastSegment(product.url()), "the end of its URL");
        }
    }

    private void compare(Product product, String text, String what) {
        if (text == null || text.isEmpty()) {
            return;
        }
        for (Wanted one : wanted.getOrDefault(alike(text), List.of())) {
            Map<String, Hint> found = hints.computeIfAbsent(one.reference(), first -> new LinkedHashMap<>());
            if (found.size() < HINTS) {
                found.putIfAbsent(product.productNumber(), new Hint(product, one.part() + " looks like " + what));
            }
        }
    }

    /** What spellings of one number have in common: letters and digits, without case and leading zeros. */
    private static String alike(String text) {
        String plain = NOT_ALIKE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        int zeros = 0;
        while (zeros < plain.length() - 1 && plain.charAt(zeros) == '0') {
            zeros++;
        }
        return plain.substring(zeros);
    }

    private static String lastSegment(String url) {
        String path = AFTER_PATH.matcher(url).replaceFirst("");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
