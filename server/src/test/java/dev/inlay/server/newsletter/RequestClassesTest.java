package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.statistics.RequestClass;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.WritableHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestClassesTest {
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
            + "Gecko) Chrome/142.0.0.0 Safari/537.36";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy) | PROXY",
        "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html | PROXY",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.0.0 Safari/537.36 "
                + "FastmailUA/1.0 | PROXY",
        "github-camo (0123abcd) | PROXY",
        "Mozilla/5.0 (Macintosh) Shortwave/1.0 | PROXY",
        "Mozilla/5.0 | PREFETCH",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 "
                + "Safari/537.36 Edge/12.246 Mozilla/5.0 | PREFETCH",
        "Mozilla/5.0 (Barracuda Sentinel) | SCANNER",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots) | SCANNER",
        "Slack-ImgProxy (+https://api.slack.com/robots) | SCANNER",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 | SCANNER",
        "WhatsApp/2.23.20.0 A | SCANNER",
        "TelegramBot (like TwitterBot) | SCANNER",
        "LinkedInBot/1.0 (compatible; Mozilla/5.0) | SCANNER",
        "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; Microsoft Outlook 16.0.5266; "
                + "ms-office; MSOffice 16) | PERSON",
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.4.0 | PERSON",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
                + "Safari/537.36 | PERSON",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0 | PERSON",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 "
                + "Safari/605.1.15 | PERSON",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
                + "Safari/537.36 Edg/142.0.0.0 | PERSON",
        "Mozilla/5.0 (Linux; Android 15; CUBOT X90) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile "
                + "Safari/537.36 | PERSON",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                + "Version/18.6 Mobile/15E148 Safari/604.1 | PERSON",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/57.0.2987.133 "
                + "Safari/537.36 | PERSON",
        "curl/8.14.1 | SCANNER", "Wget/1.25.0 | SCANNER", "Java-http-client/25 | SCANNER", "Java/1.8.0_392 | SCANNER",
        "python-requests/2.32.3 | SCANNER", "Python-urllib/3.13 | SCANNER", "Go-http-client/1.1 | SCANNER",
        "okhttp/4.12.0 | SCANNER", "Apache-HttpClient/4.5.14 (Java/21) | SCANNER", "axios/1.7.2 | SCANNER",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | SCANNER",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/142.0.0.0 Safari/537.36 | SCANNER",
    })
    void userAgentsTellTheirClass(String userAgent, RequestClass expected) {
        assertEquals(expected, RequestClasses.of(headers(userAgent), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t  "})
    void whoDoesNotSayAnythingIsAScanner(String userAgent) {
        assertEquals(RequestClass.SCANNER, RequestClasses.of(headers(userAgent), false));
        assertEquals(RequestClass.SCANNER,
                RequestClasses.of(ServerRequestHeaders.create(WritableHeaders.create()), false));
    }

    @ParameterizedTest
    @CsvSource({"Sec-Purpose, prefetch", "Sec-Purpose, prefetch;prerender", "X-Moz, prefetch", "Purpose, preview",
        "X-Purpose, Preview"})
    void browsersThatSayTheyComeEarlyPrefetch(String name, String value) {
        WritableHeaders<?> headers = WritableHeaders.create();
        headers.set(HeaderNames.USER_AGENT, CHROME);
        headers.set(HeaderNames.create(name), value);

        assertEquals(RequestClass.PREFETCH, RequestClasses.of(ServerRequestHeaders.create(headers), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/serve/tile/abc/1.png'", "/serve/tile/abc/1'/click", "/serve/tile/abc/1/click%27",
        "/serve/tile/abc/1.png%22%3E", "/serve/tile/abc/1/click/%3Cscript%3E", "/serve/tile/abc/1.png/'"})
    void quoteOrMarkupBehindTheSlotIsAScanners(String path) {
        TilePath mutated = TilePath.parse(path).orElseThrow();

        assertThat(mutated.mutated()).isTrue();
        assertEquals(RequestClass.SCANNER, RequestClasses.of(headers(CHROME), mutated.mutated()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/serve/tile/abc/1.png", "/serve/tile/abc/1/click", "//serve/tile//abc/1.png/",
        "/serve/tile/abc/1.png%20", "/serve/tile/abc/1/click/"})
    void whatMailClientsMakeOfAPathIsNoMutation(String path) {
        assertThat(TilePath.parse(path).orElseThrow().mutated()).isFalse();
    }

    @Test
    void scannersThatAreNoLinkScannersStillLock() {
        assertThat(LinkScanners.isScanner("curl/8.14.1")).isFalse();
        assertThat(LinkScanners.isScanner("python-requests/2.32.3")).isFalse();
        assertThat(LinkScanners.isScanner("Slackbot-LinkExpanding 1.0")).isTrue();
    }

    private static ServerRequestHeaders headers(String userAgent) {
        WritableHeaders<?> headers = WritableHeaders.create();
        headers.set(HeaderNames.USER_AGENT, userAgent);
        return ServerRequestHeaders.create(headers);
    }
}
