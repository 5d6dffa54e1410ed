package dev.inlay.server.feeds;

import dev.inlay.db.feed.Feed;
import dev.inlay.server.http.HttpProblem;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes a feed from a request's body, of any content type. */
final class FeedUpload {
    static final long LIMIT = 100L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private FeedUpload() {
    }

    /** The body, at most {@link #LIMIT} bytes, 413 else; without a body the feed's own link, if it has one. */
    static FeedSource source(ServerRequest request, Feed feed, FeedRuns runs) {
        try {
            FeedSource.Upload upload = upload(request, runs);
            if (Files.size(upload.file()) == 0 && feed.url().isPresent()) {
                Files.delete(upload.file());
                return new FeedSource.Link();
            }
            return upload;
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be kept", e);
        }
    }

    /** The body, at most {@link #LIMIT} bytes, 413 else; it may be empty. */
    static FeedSource.Upload upload(ServerRequest request, FeedRuns runs) throws IOException {
        Path file = runs.newFile();
        receive(request, file);
        return new FeedSource.Upload(file);
    }

    private static void receive(ServerRequest request, Path file) throws IOException {
        boolean received = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            if (request.content().hasEntity()) {
                copy(request, out);
            }
            received = true;
        } finally {
            if (!received) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void copy(ServerRequest request, OutputStream out) throws IOException {
        if (request.headers().contentLength().orElse(0) > LIMIT) {
            throw HttpProblem.tooLarge(LIMIT);
        }
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        try (InputStream in = request.content().inputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > LIMIT) {
                    throw HttpProblem.tooLarge(LIMIT);
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
