package dev.inlay.server.photos;

import dev.inlay.db.feed.SourceVersion;
import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.photo.PhotoDecoder;
import dev.inlay.templates.photo.PhotoDecoder.Outcome.Decoded;
import dev.inlay.templates.photo.PhotoDecoder.Outcome.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** From a link to a photo of our own: fetched, decoded under guard, kept. */
final class PhotoFetch implements AutoCloseable {
    /** What became of a photo. */
    sealed interface Outcome {
        /** Our copy has {@code hash}; the server calls what it was made of {@code version}. */
        record Kept(String hash, SourceVersion version) implements Outcome { }

        /** The server still has the version that is known. */
        record Unchanged() implements Outcome { }

        /** {@code reason} is one line for the operator. */
        record Failed(String reason) implements Outcome { }
    }

    private final SafeFetcher fetcher;
    private final PhotoDecoder decoder;
    private final PhotoStore store;

    PhotoFetch(SafeFetcher fetcher, PhotoDecoder decoder, PhotoStore store) {
        this.fetcher = fetcher;
        this.decoder = decoder;
        this.store = store;
    }

    /** Asks for the photo at {@code url}, which need not be sent if it is {@code known}. */
    Outcome fetch(String url, SourceVersion known) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FetchRequest request = new FetchRequest(url, Optional.empty(), known, false);
        return switch (fetcher.fetch(request, FetchLimits.PHOTO, file)) {
            case SafeFetcher.Outcome.Failed(String reason) -> new Outcome.Failed(reason);
            case SafeFetcher.Outcome.Unchanged() -> new Outcome.Unchanged();
            case SafeFetcher.Outcome.Fetched fetched -> switch (decoder.decode(file.toByteArray())) {
                case Refused(String reason) -> new Outcome.Failed(reason);
                case Decoded(Photo photo) -> keep(photo, fetched.version());
            };
        };
    }

    /** Ends the decoder. */
    @Override
    public void close() {
        decoder.close();
    }

    private Outcome keep(Photo photo, SourceVersion version) {
        try {
            return new Outcome.Kept(store.store(photo), version);
        } catch (IOException e) {
            return new Outcome.Failed("the photo folder cannot be written");
        }
    }
}
