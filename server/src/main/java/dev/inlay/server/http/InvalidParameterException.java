package dev.inlay.server.http;

import io.helidon.http.Status;
import java.util.Optional;
import java.util.regex.Pattern;

/** A value of the request breaks a rule: 400. */
public final class InvalidParameterException extends HttpProblem {
    private static final int SHOWN = 80;
    /** What addresses hold, as it is, percent-encoded however often, or as mail encodes it. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)[@\\uff20\\ufe6b]"
            + "|%(?:25)*(?:40|u0040|ef%(?:25)*bc%(?:25)*a0|ef%(?:25)*b9%(?:25)*ab)|=40(?=[\\w.-]+\\.)");

    private final String parameter;

    public InvalidParameterException(String message) {
        this(message, Optional.empty());
    }

    /** {@code name rule - was 'value'}; an address or a long value is not repeated. */
    public InvalidParameterException(String name, String rule, Object value) {
        this(name + " " + rule + " - was " + shown(value), Optional.of(name));
    }

    private InvalidParameterException(String message, Optional<String> parameter) {
        super(Status.BAD_REQUEST_400, message);
        this.parameter = parameter.orElse("");
    }

    /** {@code name rule}: where the value says nothing, or must not be repeated. */
    public static InvalidParameterException without(String name, String rule) {
        return new InvalidParameterException(name + " " + rule, Optional.of(name));
    }

    /** A parameter that is not there. */
    public static InvalidParameterException missing(String name) {
        return new InvalidParameterException(name + " is required", Optional.of(name));
    }

    /** Which parameter is wrong; empty if it is none in particular. */
    public Optional<String> parameter() {
        return Optional.of(parameter).filter(name -> !name.isEmpty());
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        if (mayHoldAddress(text)) {
            return "a value that is not repeated here";
        }
        String plain = text.codePoints().limit(SHOWN)
                .map(point -> isPrintable(point) ? point : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return "'" + plain + (text.codePointCount(0, text.length()) > SHOWN ? "..." : "") + "'";
    }

    /** Whether {@code text}, as it is or percent-encoded however often, holds what an address holds. */
    static boolean mayHoldAddress(String text) {
        return ADDRESS.matcher(text).find();
    }

    private static boolean isPrintable(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }
}
