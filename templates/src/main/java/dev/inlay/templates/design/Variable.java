package dev.inlay.templates.design;

import java.util.Locale;
import java.util.Map;

/** What a shop may change in a template, with the value it has until then. */
public sealed interface Variable {
    record OfColour(Colour colour) implements Variable { }

    /** {@code texts} by language; English ({@code en}) stands in for languages that are missing. */
    record OfText(Map<String, String> texts) implements Variable {
        public String in(Locale locale) {
            String language = switch (locale.getLanguage()) {
                case "nb", "nn" -> "no";
                default -> locale.getLanguage();
            };
            String text = texts.get(language);
            return text == null ? texts.get("en") : text;
        }
    }
}
