package dev.inlay.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The members of a JSON object, each read by the type it must have; a wrong type is 400 and names the member. A
 * {@code null} member counts as absent. Numbers may arrive as strings; numbers are taken where an opaque string belongs
 * only by {@link #id}.
 */
public record Members(ObjectNode node, String path) {
    /** The longest opaque string, in characters. */
    public static final int MAX_ID = 255;

    private static final int MAX_DIGITS = 15;
    private static final int MAX_SCALE = 30;
    private static final int MAX_NUMBER = 100;

    public Members(ObjectNode node) {
        this(node, "");
    }

    /** A string. */
    public Optional<String> text(String name) {
        return present(name).map(value -> textOf(name, value));
    }

    /** An opaque string; a number is taken as written. */
    public Optional<String> id(String name) {
        return present(name).map(value -> idOf(name, value));
    }

    /** As {@link #id}, of at most {@link #MAX_ID} characters that every store can hold. */
    public Optional<String> shortId(String name) {
        return present(name).map(value -> shortIdOf(name, value));
    }

    /** A number, also as a string. */
    public Optional<BigDecimal> number(String name) {
        return present(name).map(value -> {
            if (value.isNumber()) {
                return bounded(name, value, value.decimalValue());
            }
            if (value.isTextual()) {
                return parse(name, value);
            }
            throw wrong(name, "must be a number", value);
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> bool(String name) {
        return present(name).map(value -> {
            if (!value.isBoolean()) {
                throw wrong(name, "must be true or false", value);
            }
            return value.booleanValue();
        });
    }

    /** A list of opaque strings, see {@link #shortId}. */
    public Optional<List<String>> ids(String name) {
        return list(name, this::shortIdOf);
    }

    /** A list of strings. */
    public Optional<List<String>> texts(String name) {
        return list(name, this::textOf);
    }

    /** An object. */
    public Optional<Members> object(String name) {
        return present(name).map(value -> objectOf(name, value));
    }

    /** A list of objects. */
    public Optional<List<Members>> objects(String name) {
        return list(name, this::objectOf);
    }

    /** The value of {@code name}, whatever its type. */
    public Optional<JsonNode> present(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    /** An exception that names member, rule and value. */
    public InvalidParameterException wrong(String name, String rule, Object value) {
        return new InvalidParameterException(path + name, rule, value);
    }

    /** An exception that names a member that must be there. */
    public InvalidParameterException missing(String name) {
        return InvalidParameterException.missing(path + name);
    }

    private <T> Optional<List<T>> list(String name, BiFunction<String, JsonNode, T> read) {
        return present(name).map(value -> {
            if (!value.isArray()) {
                throw wrong(name, "must be a list", value);
            }
            List<T> items = new ArrayList<>();
            for (JsonNode item : value) {
                items.add(read.apply(name + "[" + items.size() + "]", item));
            }
            return items;
        });
    }

    private Members objectOf(String name, JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            throw wrong(name, "must be an object", value);
        }
        return new Members(object, path + name + ".");
    }

    private String textOf(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw wrong(name, "must be a string", value);
        }
        return value.textValue();
    }

    private String shortIdOf(String name, JsonNode value) {
        String id = idOf(name, value);
        if (!Json.isStorable(id)) {
            throw wrong(name, "must be Unicode text without NUL", id);
        }
        if (id.codePointCount(0, id.length()) > MAX_ID) {
            throw wrong(name, "must have at most " + MAX_ID + " characters", id);
        }
        return id;
    }

    private String idOf(String name, JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? value.bigIntegerValue().toString()
                    : bounded(name, value, value.decimalValue()).toPlainString();
        }
        return textOf(name, value);
    }

    private BigDecimal parse(String name, JsonNode value) {
        try {
            String text = value.textValue().strip();
            return bounded(name, value, new BigDecimal(text.substring(0, Math.min(text.length(), MAX_NUMBER))));
        } catch (NumberFormatException e) {
            throw wrong(name, "must be a number", value.textValue());
        }
    }

    /** Keeps exponents small before anything writes the number out. */
    private BigDecimal bounded(String name, JsonNode value, BigDecimal number) {
        long digits = (long) number.precision() - number.scale();
        if (digits > MAX_DIGITS || number.scale() > MAX_SCALE) {
            throw wrong(name, "must have at most " + MAX_DIGITS + " digits before the decimal point and " + MAX_SCALE
                    + " after it", value.isTextual() ? value.textValue() : number);
        }
        return number;
    }
}
