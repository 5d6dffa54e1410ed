package dev.inlay.server.photos;

import dev.inlay.db.feed.SourceLogin;
import dev.inlay.server.photos.SafeFetcher.Outcome.Failed;
import dev.inlay.server.photos.SafeFetcher.Outcome.Fetched;
import dev.inlay.server.photos.SafeFetcher.Outcome.Unchanged;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** One request to one checked address. */
final class Hop {
    /** What a server answered. */
    sealed interface Answer {
        record Ended(SafeFetcher.Outcome outcome) implements Answer { }

        /** Empty if the server names no URL that may be fetched. */
        record Redirect(Optional<WebUrl> location) implements Answer { }
    }

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int BUFFER = 16 * 1024;

    private Hop() {
    }

    static Answer ask(SourceRules.Outcome.Allowed source, FetchRequest asked, FetchLimits limits,
            OutputStream target) {
        WebUrl url = source.url();
        try (HttpClientResponse response = request(client(source, limits), url, asked).request()) {
            if (response.status().code() == Status.NOT_MODIFIED_304.code() && asked.known().isKnown()) {
                return new Answer.Ended(new Unchanged());
            }
            if (response.status().family() == Status.Family.REDIRECTION) {
                return new Answer.Redirect(response.headers().first(HeaderNames.LOCATION).flatMap(url::resolve));
            }
            if (response.status().code() != Status.OK_200.code()) {
                return new Answer.Ended(new Failed("the server answered with status " + response.status().code()));
            }
            return new Answer.Ended(copy(response, limits, target));
        } catch (IOException | RuntimeException e) {
            return new Answer.Ended(new Failed(reason(e)));
        }
    }

    private static Http1ClientRequest request(Http1Client client, WebUrl url, FetchRequest asked) {
        Http1ClientRequest request = client.get(url.origin() + (url.target().isEmpty() ? "/" : url.target()))
                .skipUriEncoding(true).header(HeaderNames.ACCEPT, "*/*")
                .header(HeaderNames.ACCEPT_ENCODING, asked.gzip() ? "gzip" : "identity")
                .header(HeaderNames.USER_AGENT, "Inlay").header(HeaderValues.CONNECTION_CLOSE);
        asked.known().etag().ifPresent(etag -> request.header(HeaderNames.IF_NONE_MATCH, etag));
        asked.known().lastModified().ifPresent(time -> request.header(HeaderNames.IF_MODIFIED_SINCE, time));
        asked.login().ifPresent(login -> request.header(HeaderNames.AUTHORIZATION, basic(login)));
        return request;
    }

    /** Basic authentication (RFC 7617). */
    private static String basic(SourceLogin login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.text().getBytes(StandardCharsets.UTF_8));
    }

    /** A client that can reach one address only, under the name that was asked for: so TLS checks the name. */
    private static Http1Client client(SourceRules.Outcome.Allowed source, FetchLimits limits) {
        return Http1Client.builder().followRedirects(false).proxy(Proxy.noProxy()).shareConnectionCache(false)
                .keepAlive(false).connectTimeout(CONNECT).readTimeout(limits.silence()).servicesDiscoverServices(false)
                .dnsResolver((host, lookup) -> named(source)).build();
    }

    private static InetAddress named(SourceRules.Outcome.Allowed source) {
        try {
            return InetAddress.getByAddress(source.url().host(), source.address().getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private static SafeFetcher.Outcome copy(HttpClientResponse response, FetchLimits limits, OutputStream target)
            throws IOException {
        long declared = response.headers().contentLength().orElse(-1);
        if (declared > limits.maxBytes()) {
            return tooLarge(limits);
        }
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        try (InputStream in = response.inputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > limits.maxBytes() || Thread.currentThread().isInterrupted()) {
                    return tooLarge(limits);
                }
                target.write(buffer, 0, read);
            }
        }
        return declared >= 0 && total < declared ? new Failed("the answer ended early")
                : new Fetched(total, AnswerVersion.of(response.headers()));
    }

    private static SafeFetcher.Outcome tooLarge(FetchLimits limits) {
        return new Failed("larger than " + limits.maxBytes() + " bytes");
    }

    /** One line on {@code failure}; never its message, which may hold what the server sent. */
    static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SocketTimeoutException e -> {
                    return "no answer in time";
                }
                case ConnectException e -> {
                    return "no connection";
                }
                case SSLException e -> {
                    return "no trusted TLS connection";
                }
                default -> { }
            }
        }
        return failure instanceof UncheckedIOException || failure instanceof IOException
                ? "the connection broke" : "the answer is no sound HTTP or ended early";
    }
}
