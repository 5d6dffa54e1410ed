package dev.inlay.server.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** A part of a list: {@code ?page=} from 1, {@code ?pageSize=} 1 to 1,000. */
public record Page(int number, int size) {
    private static final int DEFAULT_SIZE = 100;
    private static final int MAX_SIZE = 1_000;
    private static final int MAX_NUMBER = 1_000_000;

    public static Page from(ServerRequest request) {
        RawQuery query = RawQuery.parse(request.query().rawValue());
        return new Page(read(query, "page", 1, MAX_NUMBER), read(query, "pageSize", DEFAULT_SIZE, MAX_SIZE));
    }

    /** How many items come before this page. */
    public long offset() {
        return (number - 1L) * size;
    }

    /** The items of this page; none past the end. */
    public <T> List<T> of(List<T> items) {
        int from = (int) Math.min(offset(), items.size());
        return items.subList(from, Math.min(from + size, items.size()));
    }

    private static int read(RawQuery query, String name, int otherwise, int max) {
        return query.first(name).map(text -> {
            int value = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
            if (value < 1 || value > max) {
                throw new InvalidParameterException(name, "must be 1 to " + max, text);
            }
            return value;
        }).orElse(otherwise);
    }
}
