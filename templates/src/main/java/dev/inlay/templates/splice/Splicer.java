package dev.inlay.templates.splice;

import dev.inlay.templates.design.Rows;
import dev.inlay.templates.layout.LivePart;
import dev.inlay.templates.png.Adler;
import dev.inlay.templates.png.Chunk;
import dev.inlay.templates.png.PngFrame;
import java.util.ArrayList;
import java.util.List;

/** Puts the PNG of one open together. */
final class Splicer {
    /** Opens a zlib stream of deflate with a window of 32 KiB. */
    private static final byte[] ZLIB = {0x78, 0x01};
    private static final byte[] NOTHING = {};

    private final CodedPicture.Spliced picture;
    private final List<LivePart> parts;
    private final Scratch scratch;

    Splicer(CodedPicture.Spliced picture, List<LivePart> parts, Scratch scratch) {
        this.picture = picture;
        this.parts = parts;
        this.scratch = scratch;
    }

    byte[] png() {
        List<Band.Still> stills = new ArrayList<>(picture.bands().size());
        for (Band band : picture.bands()) {
            stills.add(switch (band) {
                case Band.Still still -> still;
                case Band.Live live -> painted(live);
            });
        }
        return joined(picture.code(), picture.width(), stills);
    }

    /** All {@code bands} of a picture as one PNG. */
    static byte[] joined(PixelCode code, int width, List<Band.Still> bands) {
        byte[][] pieces = new byte[bands.size() + 2][];
        pieces[0] = code.head(width, bands.getLast().rows().to());
        Adler adler = Adler.START;
        for (int i = 0; i < bands.size(); i++) {
            Band.Still band = bands.get(i);
            pieces[i + 1] = band.chunk();
            adler = adler.then(band.adler(), code.rawLength(width, band.rows().count()));
        }
        pieces[bands.size() + 1] = PngFrame.tail(adler.value());
        return PngFrame.joined(pieces);
    }

    private Band.Still painted(Band.Live live) {
        Rows rows = live.rows();
        PixelCode code = picture.code();
        byte[] samples = scratch.copied(live.samples());
        scratch.paint(code, samples, picture.width(), rows, parts);
        int length = code.rawLength(picture.width(), rows.count());
        byte[] raw = scratch.raw(length);
        code.filterFast(samples, picture.width(), rows.count(), raw);
        byte[] deflated = scratch.deflated(length, rows.to() == picture.height());
        return new Band.Still(rows, chunk(rows, deflated), Adler.of(raw, length));
    }

    /** The chunk of the rows that were deflated: the first opens the stream. */
    static byte[] chunk(Rows rows, byte[] deflated) {
        return Chunk.of("IDAT", rows.from() == 0 ? ZLIB : NOTHING, deflated);
    }
}
