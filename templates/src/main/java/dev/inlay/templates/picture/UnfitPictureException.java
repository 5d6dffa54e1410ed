package dev.inlay.templates.picture;

/** A file is no picture that a template may have; the message says why. */
public final class UnfitPictureException extends Exception {
    UnfitPictureException(String message) {
        super(message);
    }
}
