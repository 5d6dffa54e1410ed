package dev.inlay.server.newsletter;

import dev.inlay.templates.photo.Photo;
import java.util.Optional;

/** Finds our own copies of product photos. */
@FunctionalInterface
public interface Photos {
    /** The copy {@code hash} of the photo that {@code websiteId} links to as {@code url}; empty if its file is lost. */
    Optional<Photo> find(int websiteId, String url, String hash);
}
