package dev.inlay.templates.splice;

import dev.inlay.templates.design.Canvas;
import dev.inlay.templates.design.Rows;
import dev.inlay.templates.palette.Deflating;
import dev.inlay.templates.palette.Palette;
import dev.inlay.templates.png.Adler;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How a {@link CodedPicture} stands in a file of ours. */
public final class PictureFile {
    private static final int FINISHED = 0;
    private static final int INDEXED = 1;
    private static final int FULL = 2;
    private static final int STILL = 0;
    private static final int LIVE = 1;

    private PictureFile() {
    }

    public static void write(CodedPicture picture, DataOutputStream out) throws IOException {
        switch (picture) {
            case CodedPicture.Finished finished -> {
                out.writeByte(FINISHED);
                Blocks.write(finished.png(), out);
            }
            case CodedPicture.Spliced spliced -> write(spliced, out);
        }
    }

    private static void write(CodedPicture.Spliced picture, DataOutputStream out) throws IOException {
        switch (picture.code()) {
            case PixelCode.Indexed indexed -> {
                out.writeByte(INDEXED);
                Blocks.write(indexed.palette().plte(), out);
            }
            case PixelCode.FullColour() -> out.writeByte(FULL);
        }
        out.writeShort(picture.width());
        out.writeShort(picture.height());
        for (Band band : picture.bands()) {
            write(band, out);
        }
    }

    private static void write(Band band, DataOutputStream out) throws IOException {
        switch (band) {
            case Band.Still still -> {
                out.writeByte(STILL);
                out.writeShort(still.rows().to());
                Blocks.write(still.chunk(), out);
                out.writeInt(still.adler().value());
            }
            case Band.Live live -> {
                out.writeByte(LIVE);
                out.writeShort(live.rows().to());
                Blocks.write(Deflating.best(live.samples(), true), out);
            }
        }
    }

    /** @throws IOException if no such picture stands there */
    public static CodedPicture read(Blocks in) throws IOException {
        return switch (in.number(1)) {
            case FINISHED -> new CodedPicture.Finished(in.block());
            case INDEXED -> spliced(new PixelCode.Indexed(palette(in.block())), in);
            case FULL -> spliced(new PixelCode.FullColour(), in);
            default -> throw new IOException("no kind of coded tile that is known here");
        };
    }

    private static Palette palette(byte[] plte) throws IOException {
        try {
            return Palette.of(plte);
        } catch (IllegalArgumentException e) {
            throw new IOException("a coded tile without colours", e);
        }
    }

    private static CodedPicture.Spliced spliced(PixelCode code, Blocks in) throws IOException {
        int width = in.number(2);
        int height = in.number(2);
        if (width < 1 || width > Canvas.WIDEST || height < 1 || height > Canvas.HIGHEST) {
            throw new IOException("a coded tile of " + width + " x " + height + " pixels");
        }
        List<Band> bands = new ArrayList<>();
        for (int done = 0; done < height; done = bands.getLast().rows().to()) {
            bands.add(band(done, height, width * code.channels(), in));
        }
        return new CodedPicture.Spliced(width, code, bands);
    }

    private static Band band(int from, int height, int stride, Blocks in) throws IOException {
        int kind = in.number(1);
        int to = in.number(2);
        if (kind > LIVE || to <= from || to > height) {
            throw new IOException("a coded tile with rows that are not there");
        }
        Rows rows = new Rows(from, to);
        return kind == STILL ? new Band.Still(rows, in.block(), new Adler(in.number(4)))
                : new Band.Live(rows, Blocks.inflated(in.block(), rows.count() * stride));
    }
}
