package dev.inlay.server.designs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.feeds.ProductJson;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.photo.PhotoDecoder;
import dev.inlay.templates.photo.PhotoDecoder.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A product to try a template with, from a file on this machine; nothing is fetched.
 *
 * @param warnings what is not drawn as the file has it, a line each
 */
public record SampleProduct(Product product, Optional<Photo> photo, List<String> warnings) {
    private static final int MAX_JSON = 1 << 20;
    /** A little more than what is ever decoded, so that the decoder can say so. */
    private static final int MAX_PHOTO = 11 << 20;

    /**
     * Reads the attributes of a product (contract 5.1), alone or as the API is sent them. {@code imgUrl} may name a
     * file beside {@code json}.
     *
     * @param photo the file of its photo, in place of {@code imgUrl}
     * @throws IllegalArgumentException saying what is wrong with which file
     */
    public static SampleProduct read(Path json, Optional<Path> photo) {
        try {
            ObjectNode attributes = attributes(Json.parseObject(bytes(json, MAX_JSON), "it"));
            String imgUrl = attributes.path("imgUrl").asText("");
            attributes.remove("imgUrl");
            if (!attributes.hasNonNull("productNumber")) {
                attributes.put("productNumber", "1");
            }
            Product product = ProductJson.parse(attributes);
            boolean elsewhere = photo.isEmpty() && imgUrl.matches("(?i)https?:.*");
            Optional<Path> file = photo.or(() -> elsewhere || imgUrl.isBlank() ? Optional.empty()
                    : Optional.of(json.resolveSibling(imgUrl)));
            return new SampleProduct(product, file.map(SampleProduct::photo), elsewhere
                    ? List.of("the photo " + imgUrl + " is not fetched: save it and name its file with --photo")
                    : List.of());
        } catch (InvalidParameterException e) {
            throw new IllegalArgumentException(json + ": " + e.getMessage());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(json + ": imgUrl must be a file or a URL - was '" + e.getInput() + "'");
        }
    }

    private static ObjectNode attributes(ObjectNode whole) {
        return whole.path("data").path("attributes") instanceof ObjectNode attributes ? attributes : whole;
    }

    private static Photo photo(Path file) {
        try (PhotoDecoder decoder = new PhotoDecoder()) {
            return switch (decoder.decode(bytes(file, MAX_PHOTO))) {
                case Outcome.Decoded(Photo photo) -> photo;
                case Outcome.Refused(String reason) ->
                    throw new IllegalArgumentException("photo " + file + " cannot be taken: " + reason);
            };
        }
    }

    private static byte[] bytes(Path file, int limit) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limit);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read");
        }
    }
}
