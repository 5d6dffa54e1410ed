package dev.inlay.templates.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EdgeColoursTest {
    private static final int GROUND = 0xE0E0E0;
    private static final int GLOW = 0xF0F0F0;

    @Test
    void glowThatTheEdgeCutsOffRunsOut() {
        int[] edge = new int[400];
        Arrays.fill(edge, GROUND);
        Arrays.fill(edge, 180, 221, GLOW);
        EdgeColours colours = EdgeColours.of(edge, 0, 1, edge.length);

        assertEquals(GLOW, colours.at(200, 0));
        assertEquals(0xE8E8E8, colours.at(200, 21));
        assertEquals(0xE2E2E2, colours.at(200, 1_000));
        assertEquals(GROUND, colours.at(0, 1_000));
    }

    @Test
    void groundThatGrowsLighterGoesOnSo() {
        int[] edge = new int[200];
        Arrays.setAll(edge, x -> x * 0x010101);
        EdgeColours colours = EdgeColours.of(edge, 0, 1, edge.length);

        for (int distance = 0; distance < 300; distance++) {
            assertEquals(0x323232, colours.at(50, distance));
            assertEquals(0x969696, colours.at(150, distance));
        }
    }

    @Test
    void oneColourIsTheSameEverywhere() {
        assertEquals(GLOW, EdgeColours.plain(GLOW).at(-3, 1));
        assertEquals(GLOW, EdgeColours.plain(GLOW).at(900, 700));
    }
}
