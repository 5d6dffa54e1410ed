package dev.inlay.db.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes out of a URL what may tell who visited it. */
final class StorableUrl {
    private static final int MAX_LENGTH = 2_048;

    private StorableUrl() {
    }

    static Optional<String> of(String url) {
        String page = before('#', url);
        String base = before('?', page);
        String query = page.length() > base.length() ? harmless(page.substring(base.length() + 1)) : "";
        String storable = query.isEmpty() ? base : base + "?" + query;
        boolean refused = base.isBlank() || storable.length() > MAX_LENGTH
                || storable.chars().anyMatch(Character::isISOControl) || hasLoneSurrogate(storable)
                || PersonalData.holdsAddress(PersonalData.decoded(base));
        return refused ? Optional.empty() : Optional.of(storable);
    }

    static String withoutAddresses(String url) {
        String page = before('#', url);
        String base = before('?', page);
        String query = page.length() > base.length() ? harmless(page.substring(base.length() + 1)) : "";
        String fragment = url.substring(page.length());
        return base + (query.isEmpty() ? "" : "?" + query)
                + (PersonalData.decoded(fragment).indexOf('@') < 0 ? fragment : "");
    }

    private static String harmless(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> PersonalData.decoded(parameter).indexOf('@') < 0)
                .collect(Collectors.joining("&"));
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static String before(char mark, String text) {
        int end = text.indexOf(mark);
        return end < 0 ? text : text.substring(0, end);
    }
}
