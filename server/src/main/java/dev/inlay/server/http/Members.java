package dev.inlay.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of a JSON object, each read by the type it must have; a wrong type is 400 and names the member. A
 * {@code null} member counts as absent. Numbers may arrive as strings; numbers are taken where an opaque string belongs
 * only by {@link #id}.
 */
public record Members(ObjectNode node, String path) {
    public Members(ObjectNode node) {
        this(node, "");
    }

    /** A string. */
    public Optional<String> text(String name) {
        return present(name).map(value -> {
            if (!value.isTextual()) {
                throw wrong(name, "must be a string", value);
            }
            return value.textValue();
        });
    }

    /** An opaque string; a number is taken as written. */
    public Optional<String> id(String name) {
        return present(name).map(value -> idOf(name, value));
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

    /** A list of opaque strings, see {@link #id}. */
    public Optional<List<String>> ids(String name) {
        return present(name).map(value -> {
            if (!value.isArray()) {
                throw wrong(name, "must be a list", value);
            }
            List<String> ids = new ArrayList<>();
            for (JsonNode item : value) {
                ids.add(idOf(name + "[" + ids.size() + "]", item));
            }
            return ids;
        });
    }

    /** An object. */
    public Optional<Members> object(String name) {
        return present(name).map(value -> {
            if (!(value instanceof ObjectNode object)) {
                throw wrong(name, "must be an object", value);
            }
            return new Members(object, path + name + ".");
        });
    }

    /** A list of objects. */
    public Optional<List<Members>> objects(String name) {
        return present(name).map(value -> {
            if (!value.isArray()) {
                throw wrong(name, "must be a list", value);
            }
            List<Members> objects = new ArrayList<>();
            for (JsonNode item : value) {
                String at = name + "[" + objects.size() + "]";
                if (!(item instanceof ObjectNode object)) {
                    throw wrong(at, "must be an object", item);
                }
                objects.add(new Members(object, path + at + "."));
            }
            return objects;
        });
    }

    /** The value of {@code name}, whatever its type. */
    public Optional<JsonNode> present(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    /** An exception that names member, rule and value. */
    public InvalidParameterException wrong(String name, String rule, Object value) {
        return new InvalidParameterException(path + name, rule, value);
    }

    private String idOf(String name, JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? value.bigIntegerValue().toString() : value.decimalValue().toPlainString();
        }
        throw wrong(name, "must be a string", value);
    }

    private BigDecimal parse(String name, JsonNode value) {
        try {
            return bounded(name, value, new BigDecimal(value.textValue().trim()));
        } catch (NumberFormatException e) {
            throw wrong(name, "must be a number", value.textValue());
        }
    }

    private BigDecimal bounded(String name, JsonNode value, BigDecimal number) {
        if (number.precision() - number.scale() > 15 || number.scale() > 30) {
            throw wrong(name, "must have at most 15 digits before the decimal point", value);
        }
        return number;
    }
}
