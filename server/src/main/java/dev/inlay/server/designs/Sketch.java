package dev.inlay.server.designs;

import dev.inlay.server.newsletter.TileProducts;
import dev.inlay.templates.LiveValues;
import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateFolder;
import dev.inlay.templates.TemplateLibrary;
import dev.inlay.templates.Tile;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.TileStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tile as a designer tries it: the very picture that a mail would show, without a server. */
public record Sketch(Template template, TileStyle style, LiveValues live, TileRenderer renderer) {
    /** @throws IllegalArgumentException if {@code style} sets what the template does not declare, or sets it wrongly */
    public Sketch {
        style.variables().forEach((name, value) -> template.refusal(name, value).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        }));
    }

    /**
     * The bundled template of this name, or that of a file.
     *
     * @throws IllegalArgumentException if there is neither
     * @throws dev.inlay.templates.TemplateException if the file holds none
     */
    public static Template template(String nameOrFile) {
        TemplateLibrary bundled = TemplateLibrary.bundled();
        return bundled.find(nameOrFile).orElseGet(() -> {
            Path file = Path.of(nameOrFile);
            if (!Files.exists(file)) {
                throw new IllegalArgumentException("TEMPLATE must be a file or one of "
                        + String.join(", ", bundled.names()) + " - was '" + nameOrFile + "'");
            }
            return TemplateFolder.read(file);
        });
    }

    /**
     * What can draw, with the fonts of {@code folder}, too.
     *
     * @throws IllegalArgumentException if one of them cannot be read
     */
    public static TileRenderer renderer(Optional<Path> folder) {
        return folder.map(TileRenderer::new).orElseGet(TileRenderer::new);
    }

    /** The tile of {@code sample} as PNG. */
    public Tile png(SampleProduct sample) {
        return renderer.draw(template, TileProducts.of(sample.product(), Instant.now()), sample.photo(),
                TileProducts.inCurrencyOf(sample.product(), style), live);
    }

    /**
     * The tile of {@code sample} as JPEG.
     *
     * @throws IllegalArgumentException if the template does not offer it
     */
    public Tile jpeg(SampleProduct sample) {
        refuseUnlessJpegIsOffered();
        return renderer.drawJpeg(template, TileProducts.of(sample.product(), Instant.now()), sample.photo(),
                TileProducts.inCurrencyOf(sample.product(), style), live);
    }

    /** What of {@code sample} and of the first name no font can draw, and fonts that the template names in vain. */
    public List<String> warnings(SampleProduct sample) {
        List<String> warnings = new ArrayList<>(renderer.warnings(template,
                TileProducts.of(sample.product(), Instant.now()), sample.photo(),
                TileProducts.inCurrencyOf(sample.product(), style)));
        live.firstName().filter(name -> !renderer.draws(name, style.locale())).ifPresent(name ->
                warnings.add("firstName: no font draws all of '" + name + "', so it is left out"));
        return warnings;
    }

    /** What stands in a mail where there is no product. */
    public Tile neutral() {
        return renderer.neutral(template, style);
    }

    /**
     * The same as JPEG.
     *
     * @throws IllegalArgumentException if the template does not offer it
     */
    public Tile neutralJpeg() {
        refuseUnlessJpegIsOffered();
        return renderer.neutralJpeg(template, style);
    }

    private void refuseUnlessJpegIsOffered() {
        if (!template.offersJpeg()) {
            throw new IllegalArgumentException("template " + template.name()
                    + " offers no JPEG: give its canvas 'jpg: true', or write a .png");
        }
    }
}
