package dev.inlay.server.photos;

import dev.inlay.db.feed.SourceVersion;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads what a server calls the version of its answer. */
final class AnswerVersion {
    private AnswerVersion() {
    }

    /**
     * The version that {@code headers} name. A time of change counts only if the answer was given in a later second
     * (RFC 9110, 8.8.2.2): else another change could follow under the same time.
     */
    static SourceVersion of(Headers headers) {
        Optional<Instant> changed = time(headers, HeaderNames.LAST_MODIFIED);
        boolean settled = changed.isPresent()
                && time(headers, HeaderNames.DATE).filter(changed.get()::isBefore).isPresent();
        return new SourceVersion(headers.first(HeaderNames.ETAG),
                headers.first(HeaderNames.LAST_MODIFIED).filter(text -> settled));
    }

    private static Optional<Instant> time(Headers headers, HeaderName name) {
        try {
            return headers.first(name).map(text ->
                    Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
