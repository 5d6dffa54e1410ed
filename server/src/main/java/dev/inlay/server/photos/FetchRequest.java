package dev.inlay.server.photos;

import dev.inlay.db.feed.SourceLogin;
import dev.inlay.db.feed.SourceVersion;
import java.util.Optional;

/**
 * What is asked of a foreign server.
 *
 * @param login told to the server of {@code url} only, to no other after a redirect
 * @param known nothing need be sent again if the server still calls its answer so
 * @param gzip whether the answer may come packed; it is handed on as it comes
 */
public record FetchRequest(String url, Optional<SourceLogin> login, SourceVersion known, boolean gzip) {
    /** Asks anybody's question: without login, for the answer as it is. */
    public static FetchRequest of(String url) {
        return new FetchRequest(url, Optional.empty(), SourceVersion.NONE, false);
    }

    /** What is asked at {@code to} when {@code from} sends there. */
    FetchRequest redirected(WebUrl from, Optional<WebUrl> to) {
        return to.filter(next -> isSameServer(from, next)).isPresent() ? this
                : new FetchRequest(url, Optional.empty(), known, gzip);
    }

    /** The same origin, or the step from plain http to https that most shops ask for. */
    private static boolean isSameServer(WebUrl from, WebUrl to) {
        boolean secured = from.scheme().equals("http") && from.port() == 80
                && to.scheme().equals("https") && to.port() == 443;
        return from.origin().equals(to.origin()) || secured && from.host().equals(to.host());
    }
}
