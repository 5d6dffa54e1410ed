package dev.inlay.server.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Attack strings in a folder {@code shared} beside one of the folders above the module; tests skip without it. */
final class SharedCorpora {
    private SharedCorpora() {
    }

    /** The values of {@code shared/corpora/{name}/cases.jsonl}. */
    static Stream<String> values(String name) {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/corpora").resolve(name).resolve("cases.jsonl"))
                .filter(Files::exists).findFirst();
        assumeTrue(file.isPresent(), "no folder shared/corpora/" + name + " above " + Path.of("").toAbsolutePath());
        try {
            return Files.readAllLines(file.orElseThrow()).stream().map(SharedCorpora::value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(String line) {
        try {
            return Json.mapper().readTree(line).get("value").textValue();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
