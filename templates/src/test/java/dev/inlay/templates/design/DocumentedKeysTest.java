package dev.inlay.templates.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/templates.md} names all that a template may say. */
class DocumentedKeysTest {
    @Test
    void allKindsKeysNamesAndFiltersAreDocumented() throws IOException {
        String text = Files.readString(Path.of("../docs/templates.md"));
        Set<String> known = new TreeSet<>(DesignReader.TOP);
        known.addAll(DesignReader.CANVAS);
        known.addAll(NodeReader.KINDS.keySet());
        NodeReader.KINDS.values().forEach(known::addAll);
        known.addAll(Vocabulary.FIELDS);
        Stream.of(Filter.values()).map(Filter::word).forEach(known::add);

        known.removeIf(word -> text.contains("`" + word + "`"));

        assertEquals(Set.of(), known);
    }
}
