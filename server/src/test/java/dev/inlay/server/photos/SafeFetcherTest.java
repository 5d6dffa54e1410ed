package dev.inlay.server.photos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.feed.SourceLogin;
import dev.inlay.db.feed.SourceVersion;
import dev.inlay.server.photos.SafeFetcher.Outcome.Failed;
import dev.inlay.server.photos.SafeFetcher.Outcome.Fetched;
import dev.inlay.server.photos.SafeFetcher.Outcome.Unchanged;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SafeFetcherTest {
    private static final FetchLimits LIMITS = new FetchLimits(100_000, Duration.ofSeconds(5), Duration.ofSeconds(15));
    private static final FetchLimits HASTY = new FetchLimits(100_000, Duration.ofSeconds(5), Duration.ofSeconds(1));
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private static final Fetched HELLO = new Fetched(5, SourceVersion.NONE);
    private static final SourceLogin LOGIN = new SourceLogin("shop", "correct horse");

    private final SafeFetcher fetcher = new SafeFetcher(true);
    private final ByteArrayOutputStream target = new ByteArrayOutputStream();

    @Test
    void answerIsFetchedWhole() throws IOException {
        try (RawServer server = RawServer.of(OK)) {
            assertThat(fetcher.fetch(server.url("/a%20b?q=%C3%A4&x=[1]#frag"), LIMITS, target))
                    .isEqualTo(HELLO);
            assertThat(target).hasToString("hello");
            assertThat(server.heads().getFirst()).contains("GET /a%20b?q=%C3%A4&x=[1] HTTP/1.1",
                    "Host: 127.0.0.1:" + server.port());
            assertThat(server.heads().getFirst()).noneMatch(line -> line.toLowerCase().startsWith("cookie"));
        }
    }

    @Test
    void connectionGoesToTheCheckedAddressUnderTheNameOfTheUrl() throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        SafeFetcher named = new SafeFetcher(true, host -> {
            lookups.incrementAndGet();
            return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        });
        try (RawServer server = RawServer.of(OK)) {
            assertThat(named.fetch("http://shop.example:" + server.port() + "/", LIMITS, target))
                    .isEqualTo(HELLO);
            assertThat(server.heads().getFirst()).contains("Host: shop.example:" + server.port());
            assertThat(lookups).hasValue(1);
        }
    }

    @Test
    void nameThatMovesAfterTheCheckIsNotFollowed() throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        SafeFetcher rebound = new SafeFetcher(true, host -> new InetAddress[] {
                InetAddress.ofLiteral(lookups.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1")});
        try (RawServer canary = RawServer.of(OK)) {
            assertThat(rebound.fetch("http://shop.example:" + canary.port() + "/", LIMITS, target))
                    .isEqualTo(new Failed("no connection"));
            assertThat(canary.heads()).isEmpty();
        }
    }

    @Test
    void redirectsAreFollowedThreeTimes() throws IOException {
        try (RawServer server = new RawServer((head, out) -> {
            int left = Integer.parseInt(head.getFirst().split("[ /]")[2]);
            write(out, left == 0 ? OK : "HTTP/1.1 302 Found\r\nLocation: /" + (left - 1)
                    + "\r\nContent-Length: 0\r\n\r\n");
        })) {
            assertThat(fetcher.fetch(server.url("/3"), LIMITS, target)).isEqualTo(HELLO);
            assertThat(fetcher.fetch(server.url("/4"), LIMITS, target)).isEqualTo(new Failed("more than 3 redirects"));
        }
    }

    @Test
    void redirectIsCheckedLikeTheFirstUrl() throws IOException {
        try (RawServer server = RawServer.of(
                "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(fetcher.fetch(server.url("/"), LIMITS, target))
                    .isEqualTo(new Failed("the host has an address that is not public"));
        }
    }

    @Test
    void loopbackIsRefusedUnlessTheOperatorAllowsIt() throws IOException {
        try (RawServer server = RawServer.of(OK)) {
            assertThat(new SafeFetcher(false).fetch(server.url("/"), LIMITS, target)).isInstanceOf(Failed.class);
            assertThat(new SafeFetcher(false).fetch("http://localhost:8080/", LIMITS, target))
                    .isEqualTo(new Failed("the host has an address that is not public"));
            assertThat(server.heads()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 404 Not Found~Content-Length: 6~~secret        | the server answered with status 404
            HTTP/1.1 200 OK~Content-Length: 50~~secret              | the answer is no sound HTTP or ended early
            HTTP/1.1 200 OK~Content-Length: 999999999~~secret       | larger than 100000 bytes
            HTTP/1.1 302 Found~Location: file:///etc/passwd~Content-Length: 0~~ | no http or https URL
            HTTP/1.1 302 Found~Content-Length: 0~~                  | no http or https URL
            HTTP/1.1 204 No Content~~                               | the server answered with status 204
            secret~~                                                | the answer is no sound HTTP or ended early
            """)
    void whatIsNoAnswerIsToldWithoutItsContent(String answer, String reason) throws IOException {
        try (RawServer server = RawServer.of(answer.replace("~", "\r\n"))) {
            assertThat(fetcher.fetch(server.url("/"), LIMITS, target)).isEqualTo(new Failed(reason));
        }
    }

    @Test
    void packedAnswerIsTakenAsItIs() throws IOException {
        try (RawServer server = RawServer.of(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello")) {
            assertThat(fetcher.fetch(server.url("/"), LIMITS, target)).isEqualTo(HELLO);
        }
    }

    @Test
    void versionOfAnAnswerIsToldAndAskedForAgain() throws IOException {
        SourceVersion version = new SourceVersion(Optional.of("W/\"v1\""),
                Optional.of("Fri, 20 Nov 2026 10:00:00 GMT"));
        try (RawServer server = new RawServer((head, out) -> write(out, head.contains("If-None-Match: W/\"v1\"")
                ? "HTTP/1.1 304 Not Modified\r\n\r\n" : "HTTP/1.1 200 OK\r\nETag: W/\"v1\"\r\n"
                + "Date: Fri, 20 Nov 2026 10:00:01 GMT\r\nLast-Modified: Fri, 20 Nov 2026 10:00:00 GMT\r\n"
                + "Content-Length: 5\r\n\r\nhello"))) {
            assertThat(fetch(server.url("/"), SourceVersion.NONE)).isEqualTo(new Fetched(5, version));
            assertThat(fetch(server.url("/"), version)).isEqualTo(new Unchanged());
            assertThat(server.heads().get(0)).noneMatch(line -> line.startsWith("If-"));
            assertThat(server.heads().get(1)).contains("If-Modified-Since: Fri, 20 Nov 2026 10:00:00 GMT");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date: Fri, 20 Nov 2026 10:00:00 GMT\r\nLast-Modified: Fri, 20 Nov 2026 10:00:00 GMT\r\n",
            "Last-Modified: Fri, 20 Nov 2026 10:00:00 GMT\r\n", "Last-Modified: yesterday\r\n",
            "Date: Fri, 20 Nov 2026 10:00:00 GMT\r\n"})
    void changeInTheSecondOfTheAnswerNamesNoVersion(String headers) throws IOException {
        try (RawServer server = RawServer.of(
                "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: 5\r\n\r\nhello")) {
            assertThat(fetch(server.url("/"), SourceVersion.NONE)).isEqualTo(HELLO);
        }
    }

    @Test
    void answerThatNothingChangedIsNoneToWhoKnowsNothing() throws IOException {
        try (RawServer server = RawServer.of("HTTP/1.1 304 Not Modified\r\n\r\n")) {
            assertThat(fetch(server.url("/"), SourceVersion.NONE)).isInstanceOf(Failed.class);
        }
    }

    @Test
    void packedAnswerIsAskedForAndTakenAsItIs() throws IOException {
        try (RawServer server = RawServer.of(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello")) {
            assertThat(fetch(server.url("/"), SourceVersion.NONE)).isEqualTo(HELLO);
            assertThat(server.heads().getFirst()).contains("Accept-Encoding: gzip");
            assertThat(target).hasToString("hello");
        }
    }

    @Test
    void loginIsToldToItsServerAlsoAfterARedirect() throws IOException {
        try (RawServer server = new RawServer((head, out) -> write(out, head.getFirst().startsWith("GET /new ") ? OK
                : "HTTP/1.1 302 Found\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(fetch(server.url("/"), SourceVersion.NONE)).isEqualTo(HELLO);
            assertThat(server.heads()).hasSize(2)
                    .allMatch(head -> head.contains("Authorization: Basic c2hvcDpjb3JyZWN0IGhvcnNl"));
        }
    }

    @Test
    void loginIsToldToNoOtherServerNorToItsOwnOnTheWayBack() throws IOException {
        AtomicReference<String> back = new AtomicReference<>();
        try (RawServer other = new RawServer((head, out) -> write(out, "HTTP/1.1 302 Found\r\nLocation: "
                + back.get() + "\r\nContent-Length: 0\r\n\r\n"));
                RawServer server = new RawServer((head, out) -> write(out, head.getFirst().startsWith("GET /back ")
                        ? OK : "HTTP/1.1 302 Found\r\nLocation: " + other.url("/")
                        + "\r\nContent-Length: 0\r\n\r\n"))) {
            back.set(server.url("/back"));

            assertThat(fetch(server.url("/"), SourceVersion.NONE)).isEqualTo(HELLO);

            assertThat(server.heads().get(0)).anyMatch(line -> line.startsWith("Authorization:"));
            assertThat(other.heads().getFirst()).noneMatch(line -> line.startsWith("Authorization:"));
            assertThat(server.heads().get(1)).noneMatch(line -> line.startsWith("Authorization:"));
        }
    }

    @ParameterizedTest
    @CsvSource({"http://shop.example/a, https://shop.example/b, true", "https://shop.example/a, //shop.example/b, true",
            "https://shop.example/a, http://shop.example/b, false",
            "http://shop.example/a, https://evil.example/, false",
            "https://shop.example/a, https://shop.example:8443/, false",
            "https://shop.example/a, https://shop.example.evil.example/, false"})
    void loginGoesWithTheStepToHttpsButNowhereElse(String from, String to, boolean told) {
        WebUrl url = WebUrl.parse(from).orElseThrow();
        FetchRequest asked = new FetchRequest(from, Optional.of(LOGIN), SourceVersion.NONE, false);

        assertThat(asked.redirected(url, url.resolve(to)).login().isPresent()).isEqualTo(told);
    }

    @Test
    void endlessAnswerStopsAtTheLimit() throws IOException {
        try (RawServer server = new RawServer((head, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while (true) {
                write(out, "x".repeat(10_000));
            }
        })) {
            assertThat(fetcher.fetch(server.url("/"), LIMITS, target))
                    .isEqualTo(new Failed("larger than 100000 bytes"));
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "'HTTP/1.1 200 OK\r\nX: '", "'HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n'"})
    void slowAnswerStopsAtTheDeadline(String begin) throws IOException {
        try (RawServer server = new RawServer((head, out) -> {
            write(out, begin);
            while (true) {
                write(out, "x");
                Thread.sleep(100);
            }
        })) {
            assertThat(fetcher.fetch(server.url("/"), HASTY, target)).isEqualTo(new Failed("not finished within 1 s"));
        }
    }

    @Test
    void nobodyListening() throws IOException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String url = "http://127.0.0.1:" + taken.getLocalPort() + "/";

            assertThat(fetcher.fetch(url, LIMITS, target)).isEqualTo(new Failed("no connection"));
        }
    }

    private SafeFetcher.Outcome fetch(String url, SourceVersion known) {
        return fetcher.fetch(new FetchRequest(url, Optional.of(LOGIN), known, true), LIMITS, target);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
