package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Tiles that greet and count down. */
class LiveTileTest {
    private static final TileRenderer RENDERER = new TileRenderer();
    private static final Template TEMPLATE = Template.parse("live", """
            canvas: {width: 200, height: 120, density: 2, jpg: true}
            nodes:
              - photo: {left: 0, width: 90}
              - text: {value: "{{title}}", left: 100, top: 40, maxLines: 2}
              - text: {value: "Hi {{firstName}}, {{price|money}}", when: firstName, top: 4, height: 24, left: 100}
              - badge: {value: "{{daysLeft}} d {{hoursLeft}} h", when: running, bottom: 4, height: 24, right: 4,
                        background: "#b3261e", colour: "#fff"}
            neutral: []
            """);
    private static final Template STILL = Template.parse("still", """
            canvas: {width: 200, height: 120}
            nodes: [{text: {value: "{{title}}"}}]
            neutral: []
            """);

    @Test
    void nameAndCountdownChangeTheTile() throws Exception {
        BufferedImage anna = drawn(live("Anna", 100));

        assertEquals(List.of(), differingRows(anna, drawn(live("Anna", 100))));
        assertEquals(List.of(8, 56), span(differingRows(anna, drawn(live("Bert", 100)))));
        assertEquals(List.of(184, 232), span(differingRows(anna, drawn(live("Anna", 200)))));
    }

    @Test
    void withoutLiveValuesLiveNodesAreHidden() {
        assertArrayEquals(bytes(LiveValues.NONE), bytes(new LiveValues(Optional.of(" "), Optional.empty())));
        assertArrayEquals(bytes(LiveValues.NONE),
                bytes(new LiveValues(Optional.empty(), Optional.of(Duration.ZERO))));
    }

    @Test
    void nameWithLettersThatNoFontDrawsIsNone() {
        assertArrayEquals(bytes(live("", 100)), bytes(live("さくら", 100)));
        assertArrayEquals(bytes(live("", 100)), bytes(live("Anna さ", 100)));
        assertEquals(RENDERER.liveKey(TEMPLATE, Samples.GERMAN, live("", 100)),
                RENDERER.liveKey(TEMPLATE, Samples.GERMAN, live("さくら", 100)));
    }

    @Test
    void allRenderersAndThreadsOpenToTheSameBytes() throws Exception {
        byte[] first = bytes(live("Anna", 100));
        List<Callable<byte[]>> opens = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            TileRenderer renderer = i % 2 == 0 ? RENDERER : new TileRenderer();
            opens.add(() -> renderer.draw(TEMPLATE, Samples.LAMP, Optional.of(Samples.packshot()), Samples.GERMAN,
                    live("Anna", 100)).bytes());
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<byte[]> open : pool.invokeAll(opens)) {
                assertArrayEquals(first, open.get());
            }
        }
    }

    @Test
    void liveKeyTellsWhatIsShown() {
        String key = key(live("Anna", 100));

        assertEquals("daysLeft=4\nfirstName=Anna\nhoursLeft=4\nrunning=true", key);
        assertEquals(key, key(live(" Anna\u0007", 100)));
        assertEquals(key, key(new LiveValues(Optional.of("Anna"), Optional.of(Duration.ofMinutes(100 * 60 + 59)))));
        assertNotEquals(key, key(live("Anne", 100)));
        assertNotEquals(key, key(live("Anna", 101)));
        assertEquals("", key(LiveValues.NONE));
        assertEquals("", key(new LiveValues(Optional.of(" "), Optional.of(Duration.ofMinutes(-5)))));
        assertEquals("", RENDERER.liveKey(STILL, Samples.GERMAN, live("Anna", 100)));
    }

    @Test
    void jpegShowsTheWholeTile() throws Exception {
        byte[] jpeg = jpeg(live("Anna", 100));

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg));

        assertEquals("400x240", read.getWidth() + "x" + read.getHeight());
        assertArrayEquals(jpeg, jpeg(live("Anna", 100)));
        assertFalse(Arrays.equals(jpeg, jpeg(live("Bert", 100))));
    }

    private static String key(LiveValues live) {
        return RENDERER.liveKey(TEMPLATE, Samples.GERMAN, live);
    }

    private static byte[] jpeg(LiveValues live) {
        return RENDERER.drawJpeg(TEMPLATE, Samples.LAMP, Optional.of(Samples.packshot()), Samples.GERMAN, live)
                .bytes();
    }

    private static byte[] bytes(LiveValues live) {
        return RENDERER.draw(TEMPLATE, Samples.LAMP, Optional.of(Samples.packshot()), Samples.GERMAN, live).bytes();
    }

    private static BufferedImage drawn(LiveValues live) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(bytes(live)));
    }

    private static LiveValues live(String name, int hours) {
        return new LiveValues(Optional.of(name), Optional.of(Duration.ofHours(hours)));
    }

    private static List<Integer> differingRows(BufferedImage one, BufferedImage other) {
        List<Integer> rows = new ArrayList<>();
        for (int y = 0; y < one.getHeight(); y++) {
            if (!Arrays.equals(row(one, y), row(other, y))) {
                rows.add(y);
            }
        }
        return rows;
    }

    /** The live rows around {@code rows}: what differs lies within one of them. */
    private static List<Integer> span(List<Integer> rows) {
        return TEMPLATE.design().liveRows().stream()
                .filter(live -> rows.getFirst() >= live.from() && rows.getLast() < live.to())
                .flatMap(live -> List.of(live.from(), live.to()).stream()).toList();
    }

    private static int[] row(BufferedImage image, int y) {
        return image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
    }
}
