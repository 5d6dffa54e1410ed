package dev.inlay.server.management;

import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.RawQuery;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** A part of a list: {@code ?page=} from 1, {@code ?pageSize=} 1 to 1,000. */
record Page(int number, int size) {
    private static final int DEFAULT_SIZE = 100;
    private static final int MAX_SIZE = 1_000;
    private static final int MAX_NUMBER = 1_000_000;

    static Page from(ServerRequest request) {
        RawQuery query = RawQuery.parse(request.query().rawValue());
        return new Page(read(query, "page", 1, MAX_NUMBER), read(query, "pageSize", DEFAULT_SIZE, MAX_SIZE));
    }

    /** The items of this page; none past the end. */
    <T> List<T> of(List<T> items) {
        int from = (int) Math.min((number - 1L) * size, items.size());
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
