package dev.inlay.templates.text;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** How Han letters are written; a font collection has a face for each, whose family ends with the name. */
enum HanForm {
    JP, KR, SC, TC, HK;

    /** As the language has it; in other languages as the letters beside them tell. */
    static HanForm of(String text, Locale locale) {
        return switch (locale.getLanguage()) {
            case "ja" -> JP;
            case "ko" -> KR;
            case "zh", "yue" -> chinese(locale);
            default -> beside(text);
        };
    }

    private static HanForm chinese(Locale locale) {
        return switch (locale.getCountry()) {
            case "HK", "MO" -> HK;
            case "TW" -> TC;
            default -> locale.getScript().equals("Hant") ? TC : SC;
        };
    }

    private static HanForm beside(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (UnicodeScript.of(text.charAt(i))) {
                case HIRAGANA, KATAKANA -> {
                    return JP;
                }
                case HANGUL -> {
                    return KR;
                }
                default -> { }
            }
        }
        return SC;
    }
}
