package dev.inlay.templates.splice;

import dev.inlay.templates.layout.LivePart;
import java.util.List;

/** A picture, coded but for what is live in it. */
public sealed interface CodedPicture {
    /** The whole picture with {@code parts} drawn over it, as PNG. */
    byte[] png(List<LivePart> parts, Scratch scratch);

    /** How much memory it takes, in bytes. */
    int weight();

    /** Nothing is live in it. */
    record Finished(byte[] png) implements CodedPicture {
        @Override
        public byte[] png(List<LivePart> parts, Scratch scratch) {
            return png;
        }

        @Override
        public int weight() {
            return png.length;
        }
    }

    /** The bands, from above to below, without a gap; those that are live are painted and coded anew each time. */
    record Spliced(int width, PixelCode code, List<Band> bands) implements CodedPicture {
        private static final int BESIDES = 16_384;

        public Spliced {
            bands = List.copyOf(bands);
        }

        @Override
        public byte[] png(List<LivePart> parts, Scratch scratch) {
            return new Splicer(this, parts, scratch).png();
        }

        @Override
        public int weight() {
            return BESIDES + bands.stream().mapToInt(band -> switch (band) {
                case Band.Still still -> still.chunk().length;
                case Band.Live live -> live.samples().length;
            }).sum();
        }

        int height() {
            return bands.getLast().rows().to();
        }
    }
}
