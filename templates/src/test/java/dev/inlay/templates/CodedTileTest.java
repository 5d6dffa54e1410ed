package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coded tiles lie in files: what is not whole is refused, whoever changed it. */
class CodedTileTest {
    private static final TileRenderer RENDERER = new TileRenderer();
    private static final LiveValues LIVE = new LiveValues(Optional.of("Anna"), Optional.of(Duration.ofHours(3)));

    @ParameterizedTest
    @ValueSource(strings = {"palette", "full"})
    void everyDamagedByteIsNoticed(String colour) {
        byte[] sound = coded(live(colour)).toBytes();
        for (int i = 0; i < sound.length; i++) {
            byte[] damaged = sound.clone();
            damaged[i] ^= (byte) (1 << i % 8);

            assertThrows(IOException.class, () -> CodedTile.read(damaged), "byte " + i);
        }
    }

    @Test
    void fileThatIsCutOffOrTooLongIsRefused() {
        byte[] sound = coded(live("palette")).toBytes();
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);

            assertThrows(IOException.class, () -> CodedTile.read(cut), "length " + length);
        }
        assertThrows(IOException.class, () -> CodedTile.read(Arrays.copyOf(sound, sound.length + 1)));
        assertThrows(IOException.class, () -> CodedTile.read(sealed(Arrays.copyOf(sound, sound.length + 1))));
    }

    /** Somebody who writes the checksum anew may get a wrong picture, but no memory and no other error. */
    @ParameterizedTest
    @ValueSource(strings = {"palette", "full"})
    void forgedFileIsRefusedOrOpens(String colour) throws IOException {
        Template template = live(colour);
        byte[] sound = coded(template).toBytes();
        for (int i = 0; i < sound.length - 4; i++) {
            for (int value : new int[] {0, 0x7F, 0x80, 0xFF}) {
                byte[] forged = sound.clone();
                forged[i] = (byte) value;
                try {
                    CodedTile read = CodedTile.read(sealed(forged));
                    assertTrue(RENDERER.open(read, template, Samples.GERMAN, LIVE).bytes().length > 0);
                } catch (IOException refused) {
                    assertTrue(refused.getMessage().contains("coded tile"), refused.getMessage());
                }
            }
        }
    }

    @Test
    void otherVersionsAreRefused() {
        byte[] later = coded(live("palette")).toBytes();
        later[3]++;

        assertEquals("no coded tile of this version",
                assertThrows(IOException.class, () -> CodedTile.read(sealed(later))).getMessage());
    }

    @Test
    void tileWithoutLivePartsIsKeptAsItGoesOut() throws IOException {
        Template still = template("palette", "title");
        CodedTile coded = coded(still);

        byte[] opened = RENDERER.open(CodedTile.read(coded.toBytes()), still, Samples.GERMAN, LIVE).bytes();

        assertArrayEquals(opened, RENDERER.open(coded, still, Samples.GERMAN, LiveValues.NONE).bytes());
        assertEquals(opened.length, coded.weight());
    }

    private static byte[] sealed(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - 4);
        return ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) crc.getValue()).array();
    }

    private static Template live(String colour) {
        return template(colour, "firstName");
    }

    private static Template template(String colour, String name) {
        return Template.parse("small", """
                canvas: {width: 40, height: 30, density: 1, colour: %s}
                nodes:
                  - rect: {top: 2, height: 5, background: "#b3261e"}
                  - text: {value: "{{%s}} {{title}}", top: 8, height: 12, size: 9}
                neutral: []
                """.formatted(colour, name));
    }

    private static CodedTile coded(Template template) {
        return RENDERER.code(template, Samples.LAMP, Optional.empty(), Samples.GERMAN);
    }
}
