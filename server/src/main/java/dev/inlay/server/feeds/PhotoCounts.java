package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.http.Json;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** How many photos of a catalogue are still to come, and how many cannot be had. */
record PhotoCounts(int pending, int failed) {
    static PhotoCounts of(CatalogueStore catalogues, int websiteId) {
        Set<String> waiting = catalogues.pendingPhotos(websiteId, Integer.MAX_VALUE).stream().map(Photo::url)
                .collect(Collectors.toSet());
        Catalogue catalogue = catalogues.catalogue(websiteId);
        Set<String> missing = catalogue.products().stream().filter(product -> catalogue.photo(product).isEmpty())
                .map(Product::imgUrl).filter(Objects::nonNull).collect(Collectors.toSet());
        int pending = (int) missing.stream().filter(waiting::contains).count();
        return new PhotoCounts(pending, missing.size() - pending);
    }

    ObjectNode json() {
        return Json.object().put("photosPending", pending).put("photosFailed", failed);
    }
}
