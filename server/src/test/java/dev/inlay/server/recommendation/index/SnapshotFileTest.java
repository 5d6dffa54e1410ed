package dev.inlay.server.recommendation.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.server.recommendation.index.SnapshotFile.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot is read whole or not at all. */
class SnapshotFileTest {
    private static final String CONTENT = "what was followed ".repeat(5_000);

    @TempDir
    Path folder;

    private Path path;
    private SnapshotFile file;

    @BeforeEach
    void newFile() {
        path = folder.resolve("shop.snapshot");
        file = new SnapshotFile(path);
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        write(CONTENT);

        assertEquals(Optional.of(CONTENT), read());
    }

    @Test
    void fileThatIsNotThereIsEmpty() throws IOException {
        assertEquals(Optional.empty(), read());
    }

    @Test
    void newestTakesThePlaceOfTheOneBefore() throws IOException {
        write(CONTENT);
        write("short");

        assertEquals(Optional.of("short"), read());
        assertThat(folder.toFile().list()).containsExactly("shop.snapshot");
    }

    @Test
    void draftAloneChangesNothing() throws IOException {
        write("before");
        file.draft(out -> out.writeUTF("after"));

        assertEquals(Optional.of("before"), read());
    }

    @Test
    void draftThatFailedOrWasCutOffIsInNobodysWay() throws IOException {
        Files.writeString(path.resolveSibling("shop.snapshot.part"), "of a process that was killed");
        assertThrows(IOException.class, () -> file.draft(out -> {
            throw new IOException("disk full");
        }));

        write(CONTENT);

        assertEquals(Optional.of(CONTENT), read());
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        write(CONTENT);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void nothingIsReadOfOneThatIsCutOffAnywhere() throws IOException {
        write("content");
        byte[] whole = Files.readAllBytes(path);

        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertUnread();
        }
    }

    @Test
    void nothingIsReadOfOneInWhichAnyByteChanged() throws IOException {
        write("content");
        byte[] whole = Files.readAllBytes(path);

        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(path, damaged);
            assertUnread();
        }
    }

    @Test
    void nothingIsReadOfOneWithBytesLostAddedOrOverwritten() throws IOException {
        Random random = new Random(7);
        write(CONTENT);
        byte[] whole = Files.readAllBytes(path);

        for (int round = 0; round < 200; round++) {
            int at = random.nextInt(whole.length);
            byte[] damaged = switch (round % 3) {
                case 0 -> without(whole, at, 1 + random.nextInt(4_096));
                case 1 -> Arrays.copyOf(whole, whole.length + 1 + random.nextInt(4_096));
                default -> zeroed(whole, at, 1 + random.nextInt(4_096));
            };
            Files.write(path, damaged);
            assertUnread();
        }
    }

    @Test
    void reasonsAreTold() throws IOException {
        write(CONTENT);
        byte[] whole = Files.readAllBytes(path);

        assertEquals("it is cut off", reason(Arrays.copyOf(whole, 10)));
        assertEquals("it is cut off", reason(Arrays.copyOf(whole, whole.length - 1)));
        assertEquals("it is no snapshot", reason(zeroed(whole, 0, 4)));
        assertEquals("it has format " + (SnapshotFile.FORMAT + 256) + ", not " + SnapshotFile.FORMAT,
                reason(with(whole, 10, (byte) 1)));
        assertEquals("it is damaged", reason(with(whole, 5_000, (byte) 1)));
    }

    private String reason(byte[] content) throws IOException {
        Files.write(path, content);
        return assertThrows(UnusableException.class, this::read).getMessage();
    }

    private void assertUnread() {
        AtomicBoolean begun = new AtomicBoolean();
        assertThrows(UnusableException.class, () -> file.read(in -> {
            begun.set(true);
            return in.readUTF();
        }));
        assertThat(begun).isFalse();
    }

    private void write(String content) throws IOException {
        file.draft(out -> {
            out.writeInt(content.length());
            out.writeBytes(content);
        });
        file.publish();
    }

    private Optional<String> read() throws IOException {
        return file.read(in -> {
            byte[] content = new byte[in.readInt()];
            in.readFully(content);
            return new String(content);
        });
    }

    private static byte[] with(byte[] whole, int at, byte value) {
        byte[] changed = whole.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] zeroed(byte[] whole, int from, int length) {
        byte[] changed = whole.clone();
        Arrays.fill(changed, from, Math.min(changed.length, from + length), (byte) 0);
        return changed;
    }

    private static byte[] without(byte[] whole, int from, int length) {
        int to = Math.min(whole.length, from + length);
        byte[] left = new byte[whole.length - (to - from)];
        System.arraycopy(whole, 0, left, 0, from);
        System.arraycopy(whole, to, left, from, whole.length - to);
        return left;
    }
}
