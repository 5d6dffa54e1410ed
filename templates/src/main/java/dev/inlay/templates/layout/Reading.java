package dev.inlay.templates.layout;

import java.util.Locale;
import java.util.Set;

/** From which side a locale is read. */
final class Reading {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he", "iw", "fa", "ur", "yi", "ji", "ps", "ckb");

    private Reading() {
    }

    static boolean rightToLeft(Locale locale) {
        return RIGHT_TO_LEFT.contains(locale.getLanguage());
    }
}
