package dev.inlay.server.console.results;

import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.statistics.ByClass;
import java.util.Arrays;
import java.util.List;

/** Loads and clicks of those who asked in one way, and who that is. */
record ClassLine(String name, String meaning, long pictures, long clicks) {
    static List<ClassLine> of(ByClass pictures, ByClass clicks) {
        return Arrays.stream(RequestClass.values()).map(asker -> new ClassLine(name(asker), meaning(asker),
                pictures.of(asker), clicks.of(asker))).toList();
    }

    private static String name(RequestClass asker) {
        return switch (asker) {
            case PERSON -> "People";
            case PROXY -> "Mail services";
            case PREFETCH -> "Prefetching";
            case SCANNER -> "Programs";
            case SUSPECT -> "Suspects";
        };
    }

    private static String meaning(RequestClass asker) {
        return switch (asker) {
            case PERSON -> "Nothing speaks against a person.";
            case PROXY -> "Fetched on behalf of a reader, as Gmail does.";
            case PREFETCH -> "Fetched before anybody opened the mail, perhaps for nobody.";
            case SCANNER -> "Looks at mails and links, as filters do.";
            case SUSPECT -> "Looked like a person and behaved like a program.";
        };
    }
}
