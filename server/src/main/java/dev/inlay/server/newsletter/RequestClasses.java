package dev.inlay.server.newsletter;

import dev.inlay.db.statistics.RequestClass;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.util.List;
import java.util.Locale;

/** Tells by the headers of a request who asks: a person, a proxy of a mail service, a prefetcher or a scanner. */
final class RequestClasses {
    private static final String APPLE_PREFETCH = "mozilla/5.0";
    private static final String GMAIL_PREFETCH_END = "edge/12.246 mozilla/5.0";
    private static final List<String> PROXIES =
            List.of("googleimageproxy", "yahoomailproxy", "fastmailua", "github-camo", "shortwave");
    private static final List<HeaderName> PURPOSES = List.of(HeaderNames.create("Sec-Purpose"),
            HeaderNames.create("Purpose"), HeaderNames.create("X-Purpose"), HeaderNames.create("X-Moz"));
    private static final List<String> EARLY = List.of("prefetch", "preview", "prerender");

    private RequestClasses() {
    }

    static RequestClass of(ServerRequestHeaders headers) {
        String userAgent = headers.first(HeaderNames.USER_AGENT).orElse("").strip().toLowerCase(Locale.ROOT);
        if (userAgent.isEmpty() || LinkScanners.isScanner(userAgent)) {
            return RequestClass.SCANNER;
        }
        if (PROXIES.stream().anyMatch(userAgent::contains)) {
            return RequestClass.PROXY;
        }
        boolean early = userAgent.equals(APPLE_PREFETCH) || userAgent.endsWith(GMAIL_PREFETCH_END)
                || PURPOSES.stream().flatMap(name -> headers.first(name).stream())
                        .anyMatch(purpose -> EARLY.stream().anyMatch(purpose.toLowerCase(Locale.ROOT)::contains));
        return early ? RequestClass.PREFETCH : RequestClass.PERSON;
    }
}
