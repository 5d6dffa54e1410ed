package dev.inlay.server.reasons;

import java.util.Locale;

/** Words as they stand in a sentence. */
final class Words {
    private Words() {
    }

    static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String uncapitalised(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** A name of the wire as words: {@code price_drop} is {@code price drop}. */
    static String spaced(String name) {
        return name.replace('_', ' ').replace('.', ' ');
    }

    /** {@code 1 view}, {@code 2 views}. */
    static String counted(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }
}
