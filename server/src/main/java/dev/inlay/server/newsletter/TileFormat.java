package dev.inlay.server.newsletter;

import dev.inlay.templates.Template;

/** What a tile is coded as. */
enum TileFormat {
    PNG("image/png"), JPEG("image/jpeg");

    private final String contentType;

    TileFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** This, where {@code template} offers it; else PNG, which every template does. */
    TileFormat of(Template template) {
        return template.offersJpeg() ? this : PNG;
    }
}
