package dev.inlay.db.feed;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a server names the version of what it sent, so that it can be asked for a later one only. A name that is too long
 * or strange to be sent back counts as none.
 *
 * @param etag as it came, with its quotes
 * @param lastModified as it came
 */
public record SourceVersion(Optional<String> etag, Optional<String> lastModified) {
    public static final SourceVersion NONE = new SourceVersion(Optional.empty(), Optional.empty());

    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e]{1,1000}");

    public SourceVersion {
        etag = etag.filter(name -> PLAIN.matcher(name).matches());
        lastModified = lastModified.filter(name -> PLAIN.matcher(name).matches());
    }

    public boolean isKnown() {
        return etag.isPresent() || lastModified.isPresent();
    }
}
