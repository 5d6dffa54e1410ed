package dev.inlay.templates;

/** A template is not what it should be; the message names file, line, column, the rule and the value. */
public final class TemplateException extends RuntimeException {
    public TemplateException(String message) {
        super(message);
    }
}
