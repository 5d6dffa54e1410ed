package dev.inlay.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The collections of files and strings that lie in a folder {@code shared} beside an ancestor of this module. */
public final class Shared {
    private Shared() {
    }

    /** Skips the test if {@code path} is not there. */
    public static Path find(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolveSibling("shared").resolve(path);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        Assumptions.abort("no folder 'shared' with " + path + " beside the project: test skipped");
        throw new IllegalStateException();
    }

    public static List<Path> files(String folder) throws IOException {
        try (var files = Files.list(find(folder))) {
            return files.sorted().toList();
        }
    }

    /** The values of a corpus of strings. */
    public static List<String> strings(String corpus) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> values = new ArrayList<>();
        for (String line : Files.readAllLines(find("corpora/" + corpus + "/cases.jsonl"))) {
            JsonNode value = mapper.readTree(line).path("value");
            values.add(value.asText());
        }
        return values;
    }
}
