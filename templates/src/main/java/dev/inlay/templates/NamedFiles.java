package dev.inlay.templates;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The pictures that a template names with {@code file}, whatever else is right or wrong in it. */
final class NamedFiles {
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private NamedFiles() {
    }

    static Set<String> of(String yaml) {
        Set<String> names = new TreeSet<>();
        try (YAMLParser parser = FACTORY.createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "file".equals(parser.currentName())) {
                    names.add(parser.getText());
                }
            }
        } catch (IOException e) {
            return names;
        }
        return names;
    }
}
