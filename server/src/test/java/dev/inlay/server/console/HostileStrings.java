package dev.inlay.server.console;

import dev.inlay.server.Shared;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** Texts that break out of pages that do not escape them. */
public final class HostileStrings {
    private HostileStrings() {
    }

    /** Those that every store can hold; each at most 200 characters long and not blank. */
    public static List<String> all() {
        return Stream.of("injection-strings", "naughty-strings").flatMap(HostileStrings::read)
                .filter(text -> Json.isStorable(text) && !text.isBlank() && text.length() <= 200).toList();
    }

    private static Stream<String> read(String corpus) {
        try {
            return Files.readAllLines(Shared.path("corpora/" + corpus + "/cases.jsonl")).stream()
                    .map(line -> Json.parseObject(line.getBytes()).path("value").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
