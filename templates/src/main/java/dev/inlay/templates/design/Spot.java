package dev.inlay.templates.design;

import dev.inlay.templates.TemplateException;
import java.util.Collection;

/** Where something stands in a template; line and column count from 1. */
record Spot(String file, int line, int column) {
    TemplateException error(String rule, String value) {
        return new TemplateException(this + ": " + rule + " - was '" + shortened(value) + "'");
    }

    TemplateException error(String rule) {
        return new TemplateException(this + ": " + rule);
    }

    /** {@code value} is none of {@code known}; the nearest of them is offered if it is near. */
    TemplateException unknown(String what, String value, Collection<String> known) {
        return error("unknown " + what + " '" + shortened(value) + "'" + offer(value, known));
    }

    TemplateException unknownKey(String key, String of, Collection<String> known) {
        return error("unknown key '" + shortened(key) + "' of " + of + offer(key, known));
    }

    private static String offer(String value, Collection<String> known) {
        return Spelling.nearest(value, known).map(name -> " - did you mean '" + name + "'?").orElse("");
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "...";
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
