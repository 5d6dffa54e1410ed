package dev.inlay.server.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A query as it came over the wire, decoded leniently by RFC 3986: {@code +} stays {@code +}, a broken escape stays as
 * it is. Names match case-insensitively and with a leading {@code amp;}, since text pipelines of mail leave it there.
 */
public final class RawQuery {
    private record Parameter(String name, String value) { }

    private final List<Parameter> parameters = new ArrayList<>();

    private RawQuery() {
    }

    /** Parses {@code raw}, the part after {@code ?}; {@code null} is empty. */
    public static RawQuery parse(String raw) {
        RawQuery query = new RawQuery();
        if (raw != null) {
            for (String part : raw.split("&", 1_000)) {
                int equals = part.indexOf('=');
                String name = decode(equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
                query.parameters.add(new Parameter(withoutAmp(name), equals < 0 ? "" : part.substring(equals + 1)));
            }
        }
        return query;
    }

    /** The decoded values of {@code name}, in order. */
    public List<String> values(String name) {
        return encodedValues(name).stream().map(RawQuery::decode).toList();
    }

    /** The values of {@code name} as they came, in order; {@link #decode} is still to be done. */
    public List<String> encodedValues(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return parameters.stream().filter(parameter -> parameter.name().equals(wanted)).map(Parameter::value).toList();
    }

    /** The first value of {@code name} that is not blank. */
    public Optional<String> first(String name) {
        return values(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    /** Decodes {@code %} escapes as UTF-8; {@code +} and broken escapes stay. */
    public static String decode(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int escape = bytes[i] == '%' ? hex(bytes, i + 1) : -1;
            decoded[length++] = escape >= 0 ? (byte) escape : bytes[i];
            i += escape >= 0 ? 2 : 0;
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static String withoutAmp(String name) {
        String rest = name;
        while (rest.startsWith("amp;")) {
            rest = rest.substring(4);
        }
        return rest;
    }
}
