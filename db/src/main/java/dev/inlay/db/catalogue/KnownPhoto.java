package dev.inlay.db.catalogue;

import dev.inlay.db.feed.SourceVersion;

/**
 * A photo that is ready, as it is needed to ask for it again.
 *
 * @param hash of our own copy, see {@link Photo#hash}
 * @param version how the server named the file that our copy was made of
 */
public record KnownPhoto(String url, String hash, SourceVersion version) { }
