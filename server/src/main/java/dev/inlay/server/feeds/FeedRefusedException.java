package dev.inlay.server.feeds;

/** A feed that cannot replace a catalogue. The message says why in one line, for the shop's operator. */
final class FeedRefusedException extends RuntimeException {
    FeedRefusedException(String why) {
        super(why, null, false, false);
    }
}
