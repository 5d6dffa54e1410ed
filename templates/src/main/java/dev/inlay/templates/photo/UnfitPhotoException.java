package dev.inlay.templates.photo;

/** A file is no photo that we draw; the message is the reason for the operator. */
public final class UnfitPhotoException extends Exception {
    public UnfitPhotoException(String reason) {
        super(reason, null, false, false);
    }
}
