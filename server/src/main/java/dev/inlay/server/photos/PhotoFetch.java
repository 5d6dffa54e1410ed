package dev.inlay.server.photos;

import dev.inlay.db.catalogue.Photo;
import dev.inlay.templates.photo.PhotoDecoder;
import dev.inlay.templates.photo.PhotoDecoder.Outcome.Decoded;
import dev.inlay.templates.photo.PhotoDecoder.Outcome.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** From a link to a photo of our own: fetched, decoded under guard, kept. */
final class PhotoFetch implements AutoCloseable {
    private final SafeFetcher fetcher;
    private final PhotoDecoder decoder;
    private final PhotoStore store;

    PhotoFetch(SafeFetcher fetcher, PhotoDecoder decoder, PhotoStore store) {
        this.fetcher = fetcher;
        this.decoder = decoder;
        this.store = store;
    }

    /** What became of the photo at {@code url}: ready, or failed with a reason. */
    Photo fetch(String url) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        return switch (fetcher.fetch(url, FetchLimits.PHOTO, file)) {
            case SafeFetcher.Outcome.Failed(String reason) -> failed(url, reason);
            case SafeFetcher.Outcome.Unchanged() -> failed(url, "the server answered with status 304");
            case SafeFetcher.Outcome.Fetched fetched -> switch (decoder.decode(file.toByteArray())) {
                case Refused(String reason) -> failed(url, reason);
                case Decoded(dev.inlay.templates.photo.Photo photo) -> keep(url, photo);
            };
        };
    }

    /** Ends the decoder. */
    @Override
    public void close() {
        decoder.close();
    }

    private Photo keep(String url, dev.inlay.templates.photo.Photo photo) {
        try {
            return new Photo(url, Photo.State.READY, store.store(photo), "");
        } catch (IOException e) {
            return failed(url, "the photo folder cannot be written");
        }
    }

    private static Photo failed(String url, String reason) {
        return new Photo(url, Photo.State.FAILED, "", reason);
    }
}
