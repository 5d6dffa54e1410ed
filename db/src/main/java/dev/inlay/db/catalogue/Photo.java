package dev.inlay.db.catalogue;

/**
 * What is known of the photo behind an {@code imgUrl}.
 *
 * @param state how far fetching has come
 * @param hash SHA-256 (hex) of our own scaled raster, its name in the photo folder; empty unless {@link State#READY}
 * @param failure why there is none, one line; empty unless {@link State#FAILED}
 */
public record Photo(String url, State state, String hash, String failure) {
    /** How far a photo has come. */
    public enum State { PENDING, READY, FAILED }

    /** The photo at {@code url}, not fetched yet. */
    static Photo pending(String url) {
        return new Photo(url, State.PENDING, "", "");
    }
}
