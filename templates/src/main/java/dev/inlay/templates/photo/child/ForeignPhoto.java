package dev.inlay.templates.photo.child;

import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import dev.inlay.templates.photo.UnfitPhotoException;

/**
 * Decodes one file: container length, chunks and pixels are checked before anything is allocated, the decode runs under
 * a deadline, whatever is thrown is a refusal.
 */
final class ForeignPhoto {
    private ForeignPhoto() {
    }

    static Outcome decode(byte[] file) {
        try {
            return new Outcome.Decoded(PixelReader.read(file, Header.of(file)));
        } catch (UnfitPhotoException e) {
            return new Outcome.Refused(e.getMessage());
        } catch (Throwable e) {
            return new Outcome.Refused("cannot be decoded (" + e.getClass().getSimpleName() + ")");
        }
    }
}
