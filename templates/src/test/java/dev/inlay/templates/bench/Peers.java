package dev.inlay.templates.bench;

import dev.inlay.templates.CodedTile;
import dev.inlay.templates.TileRenderer;
import dev.inlay.templates.photo.Photo;
import dev.inlay.templates.photo.PhotoDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws what the peers draw and prints what they print. Arguments: the folder with their photos ({@code packshot.jpg},
 * {@code coffee.jpg}, {@code moto.jpg}) and fonts, the folder for the pictures, seconds per case (2), how the names of
 * the cases begin (all).
 *
 * <p>{@code card-*} is a first drawing from the bytes of the JPEG, {@code warm-card-*} an open of a tile coded before,
 * both in all colours; {@code pal-first-card-*} and {@code pal-card-*} are the same in 256. A row of three products
 * does not exist here: a tile shows one.
 */
public final class Peers {
    private static final List<String> PHOTOS = List.of("packshot", "coffee", "moto");

    private final PhotoDecoder decoder;
    private final Card palette;
    private final Card full;
    private final PeerRun run;
    private final String beginning;

    private Peers(PhotoDecoder decoder, TileRenderer renderer, PeerRun run, String beginning) {
        this.decoder = decoder;
        this.palette = Card.of256Colours(renderer, "Open Sans");
        this.full = Card.ofAllColours(renderer, "Open Sans");
        this.run = run;
        this.beginning = beginning;
    }

    public static void main(String[] arguments) throws Exception {
        Path photos = Path.of(arguments[0]);
        double seconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 2;
        String beginning = arguments.length > 3 ? arguments[3] : "";
        PeerRun run = new PeerRun(Path.of(arguments[1]), seconds);
        try (PhotoDecoder decoder = new PhotoDecoder()) {
            Peers peers = new Peers(decoder, new TileRenderer(photos), run, beginning);
            for (String name : PHOTOS) {
                peers.measure(name, Files.readAllBytes(photos.resolve(name + ".jpg")));
            }
        }
        System.exit(0);
    }

    private void measure(String name, byte[] file) throws Exception {
        Photo photo = decoded(file);
        CodedTile inPalette = palette.code(photo);
        CodedTile inFull = full.code(photo);
        measure("pal-card-" + name, number -> palette.open(inPalette, number).bytes());
        measure("warm-card-" + name, number -> full.open(inFull, number).bytes());
        measure("pal-first-card-" + name, number -> palette.open(palette.code(decoded(file)), number).bytes());
        measure("card-" + name, number -> full.open(full.code(decoded(file)), number).bytes());
    }

    private void measure(String name, PeerRun.Case work) throws Exception {
        if (name.startsWith(beginning)) {
            run.measure(name, work);
        }
    }

    private Photo decoded(byte[] file) {
        return decoded(decoder, file);
    }

    static Photo decoded(PhotoDecoder decoder, byte[] file) {
        return switch (decoder.decode(file)) {
            case PhotoDecoder.Outcome.Decoded(Photo photo) -> photo;
            case PhotoDecoder.Outcome.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    }
}
