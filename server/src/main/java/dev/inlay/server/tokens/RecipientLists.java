package dev.inlay.server.tokens;

import dev.inlay.server.files.SealedFile;
import dev.inlay.server.http.HttpProblem;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Takes lists of recipients and gives them back with tokens. A list is kept nowhere in the clear, and its size does not
 * matter to the memory.
 */
public final class RecipientLists {
    /** The largest list, in bytes. */
    public static final long LIMIT = 100L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    /** Uses {@code tmp} under {@code dataDir}. */
    public RecipientLists(Path dataDir) {
        folder = dataDir.resolve("tmp");
    }

    /**
     * Answers the list that is the body of {@code request} with {@code tokens} in it, once all of it came: many callers
     * listen only when they have spoken. 400 if it is no list, 413 if it is larger than {@link #LIMIT}.
     */
    public void answer(ServerRequest request, ServerResponse response, CampaignTokens tokens) {
        try (SealedFile file = new SealedFile(folder)) {
            file.write(out -> receive(request, out));
            RecipientList list = new RecipientList(file);
            response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8")
                    .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"recipients-with-tokens.csv\"")
                    .header(HeaderNames.CACHE_CONTROL, "no-store")
                    .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff");
            list.write(tokens, response.outputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("a list of recipients could not be kept", e);
        }
    }

    private static void receive(ServerRequest request, OutputStream out) throws IOException {
        if (request.headers().contentLength().orElse(0) > LIMIT) {
            throw HttpProblem.tooLarge(LIMIT);
        }
        if (!request.content().hasEntity()) {
            return;
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
