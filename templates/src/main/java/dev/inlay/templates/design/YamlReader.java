package dev.inlay.templates.design;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one YAML document of plain mappings, lists and values; aliases and doubled keys are refused. */
final class YamlReader {
    private static final int MOST_CHARACTERS = 262_144 + ImageFiles.MOST_CHARACTERS;
    private static final int DEEPEST = 64;
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final String file;
    private final YAMLParser parser;

    private YamlReader(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Yaml read(String file, String yaml) {
        Spot start = new Spot(file, 1, 1);
        if (yaml.length() > MOST_CHARACTERS) {
            throw start.error("a template has at most " + MOST_CHARACTERS + " characters", "" + yaml.length());
        }
        try (YAMLParser parser = FACTORY.createParser(yaml)) {
            return new YamlReader(file, parser).document(start);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Spot spot = at == null ? start : new Spot(file, at.getLineNr(), at.getColumnNr());
            throw spot.error("not YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Yaml document(Spot start) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw start.error("a template must not be empty");
        }
        Yaml document = value(first, 0);
        if (parser.nextToken() != null) {
            throw spot().error("a template is one document");
        }
        return document;
    }

    private Yaml value(JsonToken token, int depth) throws IOException {
        Spot spot = spot();
        if (parser.isCurrentAlias()) {
            throw spot.error("aliases are not understood");
        }
        if (depth > DEEPEST) {
            throw spot.error("nested deeper than " + DEEPEST);
        }
        return switch (token) {
            case START_OBJECT -> mapping(spot, depth);
            case START_ARRAY -> sequence(spot, depth);
            case VALUE_NULL -> throw spot.error("a value is missing");
            default -> new Yaml.Scalar(parser.getText(), spot);
        };
    }

    private Yaml mapping(Spot spot, int depth) throws IOException {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        Map<String, Spot> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Spot at = spot();
            if (keys.put(key, at) != null) {
                throw at.error("key '" + key + "' stands there twice");
            }
            entries.put(key, value(parser.nextToken(), depth + 1));
        }
        return new Yaml.Mapping(entries, keys, spot);
    }

    private Yaml sequence(Spot spot, int depth) throws IOException {
        List<Yaml> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, depth + 1));
        }
        return new Yaml.Sequence(List.copyOf(items), spot);
    }

    private Spot spot() {
        JsonLocation at = parser.currentTokenLocation();
        return new Spot(file, at.getLineNr(), at.getColumnNr());
    }
}
