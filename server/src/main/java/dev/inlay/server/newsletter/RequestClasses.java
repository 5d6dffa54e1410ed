package dev.inlay.server.newsletter;

import dev.inlay.db.statistics.RequestClass;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells by the path and the headers of a request who asks: a person, a proxy of a mail service, a prefetcher or a
 * scanner. A scanner that pretends to be a browser is a person here.
 */
final class RequestClasses {
    private static final String APPLE_PREFETCH = "mozilla/5.0";
    private static final String GMAIL_PREFETCH_END = "edge/12.246 mozilla/5.0";
    private static final List<String> PROXIES = List.of("googleimageproxy", "yahoomailproxy", "fastmailua",
            "github-camo", "shortwave", "open-xchange", "klaviyo", "sparkpost", "reelevant");
    /** Programs that fetch for whoever wrote them, by the names of their libraries. */
    private static final Pattern HTTP_CLIENT = Pattern.compile("^(?:curl|wget|java|python|go-http-client|okhttp|ruby"
            + "|perl|php|axios|node|undici|got|deno|bun|dart|rust|reqwest|libwww|lwp|winhttp|powershell|postman|insomnia"
            + "|httpie|aiohttp|httpx|guzzle|jakarta|faraday|scrapy|k6|ab)\\b|apache-httpclient|headlesschrome|phantomjs");
    /** Programs that say what they are; a Cubot is a telephone. */
    private static final Pattern ROBOT =
            Pattern.compile("(?<!cu)bot\\b|crawler|spider|linkpreview|link-?checker|scanner|urlcheck|validator");
    private static final List<HeaderName> PURPOSES = List.of(HeaderNames.create("Sec-Purpose"),
            HeaderNames.create("Purpose"), HeaderNames.create("X-Purpose"), HeaderNames.create("X-Moz"));
    private static final List<String> EARLY = List.of("prefetch", "preview", "prerender");

    private RequestClasses() {
    }

    /** @param mutated whether the path was tampered with, see {@link TilePath} */
    static RequestClass of(ServerRequestHeaders headers, boolean mutated) {
        String userAgent = headers.first(HeaderNames.USER_AGENT).orElse("").strip().toLowerCase(Locale.ROOT);
        if (mutated || isScanner(userAgent)) {
            return RequestClass.SCANNER;
        }
        if (PROXIES.stream().anyMatch(userAgent::contains)) {
            return RequestClass.PROXY;
        }
        return isPrefetcher(userAgent) || comesEarly(headers) ? RequestClass.PREFETCH : RequestClass.PERSON;
    }

    private static boolean isScanner(String userAgent) {
        return userAgent.isEmpty() || LinkScanners.isScanner(userAgent) || HTTP_CLIENT.matcher(userAgent).find()
                || ROBOT.matcher(userAgent).find();
    }

    private static boolean isPrefetcher(String userAgent) {
        return userAgent.equals(APPLE_PREFETCH) || userAgent.endsWith(GMAIL_PREFETCH_END);
    }

    private static boolean comesEarly(ServerRequestHeaders headers) {
        return PURPOSES.stream().flatMap(name -> headers.first(name).stream())
                .anyMatch(purpose -> EARLY.stream().anyMatch(purpose.toLowerCase(Locale.ROOT)::contains));
    }
}
