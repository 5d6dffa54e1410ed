package dev.inlay.server.evaluation;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.identity.Owner;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Questions, one JSON object a line, such as
 * {@code {"q":"id","t":1442000000,"events":[{"item":"1","type":"view","t":1441990000}]}}: oldest event first,
 * times in seconds since 1970.
 */
final class QueryFile {
    private static final Owner ASKER = new Owner(Owner.Kind.NOBODY, "query");
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    private final Path file;

    /** Takes what a file holds. */
    interface Reader {
        void take(Query query) throws IOException;
    }

    QueryFile(Path file) {
        this.file = file;
    }

    /**
     * Gives all questions to {@code reader}, one after the other.
     *
     * @throws IllegalArgumentException if a line is no question; its message has the number of the line
     */
    void read(Reader reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    reader.take(parse(line, number));
                }
            }
        }
    }

    private Query parse(String line, long number) {
        try {
            return query(new Members(Json.parseObject(line.getBytes(StandardCharsets.UTF_8), "a question")));
        } catch (InvalidParameterException e) {
            throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
        }
    }

    private static Query query(Members members) {
        String id = members.id("q").orElseThrow(() -> members.missing("q"));
        List<Members> events = members.objects("events").orElseThrow(() -> members.missing("events"));
        return new Query(id, members.number("t").map(seconds -> Instant.ofEpochMilli(millis(seconds))),
                events.stream().map(event -> touch(id, event)).toList());
    }

    private static PastTouch touch(String id, Members event) {
        return new PastTouch(id, ASKER, type(event),
                event.id("item").orElseThrow(() -> event.missing("item")),
                millis(event.number("t").orElseThrow(() -> event.missing("t"))));
    }

    private static EventType type(Members event) {
        Optional<String> type = event.text("type");
        return switch (type.orElse("view")) {
            case "view" -> EventType.VIEW;
            case "addtocart", "cart" -> EventType.CART;
            case "transaction", "purchase", "order", "buy" -> EventType.PURCHASE;
            default -> throw event.wrong("type", "must be view, cart or purchase", type.orElseThrow());
        };
    }

    private static long millis(BigDecimal seconds) {
        return seconds.multiply(MILLIS).longValue();
    }
}
