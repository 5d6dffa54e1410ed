package dev.inlay.templates.splice;

import dev.inlay.templates.design.ColourDepth;
import dev.inlay.templates.design.Rows;
import dev.inlay.templates.palette.Deflating;
import dev.inlay.templates.palette.Palette;
import dev.inlay.templates.palette.Quantiser;
import dev.inlay.templates.png.Adler;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Codes a picture, all but its live rows, as small as it gets. */
public final class PictureCoder {
    private final PixelCode code;
    private final byte[] samples;
    private final int width;
    private final int height;

    private PictureCoder(PixelCode code, byte[] samples, int width, int height) {
        this.code = code;
        this.samples = samples;
        this.width = width;
        this.height = height;
    }

    /**
     * @param picture of {@link BufferedImage#TYPE_INT_RGB}
     * @param live rows that differ from open to open, from above to below, apart from each other
     * @param reserved colours that a palette must hold
     * @param background the colour of the ground, which is never dithered
     */
    public static CodedPicture code(BufferedImage picture, ColourDepth depth, List<Rows> live, int[] reserved,
            int background) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] rgb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        return switch (depth) {
            case PALETTE -> {
                Palette palette = Quantiser.palette(rgb, width, height, reserved, background);
                byte[] samples = Quantiser.map(rgb, width, height, palette);
                yield new PictureCoder(new PixelCode.Indexed(palette), samples, width, height).coded(live);
            }
            case FULL -> {
                PixelCode code = new PixelCode.FullColour();
                byte[] samples = new byte[rgb.length * code.channels()];
                for (int i = 0; i < rgb.length; i++) {
                    code.take(rgb[i], samples, i);
                }
                yield new PictureCoder(code, samples, width, height).coded(live);
            }
        };
    }

    private CodedPicture coded(List<Rows> live) {
        if (live.isEmpty()) {
            return new CodedPicture.Finished(Splicer.joined(code, width, List.of(still(new Rows(0, height)))));
        }
        List<Band> bands = new ArrayList<>();
        int done = 0;
        for (Rows rows : live) {
            if (rows.from() > done) {
                bands.add(still(new Rows(done, rows.from())));
            }
            bands.add(new Band.Live(rows, samplesOf(rows)));
            done = rows.to();
        }
        if (height > done) {
            bands.add(still(new Rows(done, height)));
        }
        return new CodedPicture.Spliced(width, code, bands);
    }

    private Band.Still still(Rows rows) {
        byte[] raw = new byte[code.rawLength(width, rows.count())];
        code.filter(samples, rows.from() * width * code.channels(), width, rows.count(), raw);
        byte[] chunk = Splicer.chunk(rows, Deflating.best(raw, rows.to() == height));
        return new Band.Still(rows, chunk, Adler.of(raw, raw.length));
    }

    private byte[] samplesOf(Rows rows) {
        int stride = width * code.channels();
        return Arrays.copyOfRange(samples, rows.from() * stride, rows.to() * stride);
    }
}
