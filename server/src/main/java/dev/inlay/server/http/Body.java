package dev.inlay.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reading bodies with a limit. */
public final class Body {
    /** Limit of tracking and management bodies, in bytes. */
    public static final int LIMIT = 64 * 1024;

    private Body() {
    }

    /** The body as a JSON object of at most {@link #LIMIT} bytes; 413 and 400 else. */
    public static ObjectNode object(ServerRequest request) {
        return Json.parseObject(bytes(request, LIMIT));
    }

    /** The whole body, at most {@code limit} bytes; 413 if it is longer, 400 if the caller hung up. */
    public static byte[] bytes(ServerRequest request, int limit) {
        long declared = request.headers().contentLength().orElse(0);
        if (declared > limit) {
            throw HttpProblem.tooLarge(limit);
        }
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        byte[] bytes = read(request.content().inputStream(), limit + 1);
        if (bytes.length > limit) {
            throw HttpProblem.tooLarge(limit);
        }
        return bytes;
    }

    /** Does not close {@code in}, which would wait for what a caller may never send. */
    private static byte[] read(InputStream in, int length) {
        try {
            return in.readNBytes(length);
        } catch (IOException | UncheckedIOException | IllegalArgumentException
                | DataReader.InsufficientDataAvailableException e) {
            throw new HttpException("body is cut short or badly chunked", Status.BAD_REQUEST_400, e, false);
        }
    }

    /** Whether the content type, without parameters, is one of {@code types}. */
    public static boolean isOfType(ServerRequest request, String... types) {
        String header = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        String type = header.split(";", 2)[0].trim();
        for (String expected : types) {
            if (expected.equalsIgnoreCase(type)) {
                return true;
            }
        }
        return false;
    }
}
