package dev.inlay.templates.design;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Spelling {
    private Spelling() {
    }

    /** The name of {@code known} that is nearest to {@code value}, if little more than a third of it differs. */
    static Optional<String> nearest(String value, Collection<String> known) {
        if (value.length() > 60) {
            return Optional.empty();
        }
        int tolerated = 1 + value.length() / 3;
        return known.stream()
                .filter(name -> distance(value, name) <= tolerated)
                .min(Comparator.<String>comparingInt(name -> distance(value, name)).thenComparing(name -> name));
    }

    /** Letters to insert, delete or replace, upper and lower case being equal. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
