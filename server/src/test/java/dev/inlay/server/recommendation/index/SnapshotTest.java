package dev.inlay.server.recommendation.index;

import static dev.inlay.server.recommendation.index.TestEvents.START;
import static dev.inlay.server.recommendation.index.TestEvents.catalogue;
import static dev.inlay.server.recommendation.index.TestEvents.event;
import static dev.inlay.server.recommendation.index.TestEvents.read;
import static dev.inlay.server.recommendation.index.TestEvents.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final Instant NOW = START.plus(Duration.ofDays(30));
    private static final Catalogue CATALOGUE = catalogue(60);

    @Test
    void everythingIsReadAgainAndGoesOnAsIfNothingHadBeen() throws IOException {
        SessionIndex index = full();

        SessionIndex again = read(snapshot(index));
        assertSame(index, again);
        List<Event> more = TestEvents.random(new Random(2), NOW, 3_000, 80);
        index.add(more, catalogue(80));
        again.add(more, catalogue(80));
        assertSame(index, again);
        assertThat(snapshot(again)).isEqualTo(snapshot(index));
    }

    @Test
    void emptyIndexIsReadAgain() throws IOException {
        SessionIndex again = read(snapshot(new SessionIndex()));

        assertThat(again.size()).isEqualTo(IndexSize.EMPTY);
        assertThat(again.bestsellers(NOW)).isEmpty();
    }

    @Test
    void eventsThatWaitAreReadAgain() throws IOException {
        SessionIndex index = new SessionIndex();
        index.add(List.of(event(1, EventType.VIEW, "later", START)), CATALOGUE);

        SessionIndex again = read(snapshot(index));
        assertThat(again.size().unmatched()).isEqualTo(1);
        again.add(List.of(), catalogue(TestEvents.product("later")));

        assertThat(again.newestFirst()).containsExactly("later");
        assertThat(again.size().unmatched()).isZero();
    }

    @Test
    void whatFollowsInTheStreamIsNotRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        full().write(out);
        out.writeUTF("what follows");
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

        SessionIndex.read(in);

        assertThat(in.readUTF()).isEqualTo("what follows");
    }

    @Test
    void snapshotThatIsCutOffIsRefused() throws IOException {
        byte[] whole = snapshot(full());

        for (int length = 0; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(cut));
        }
    }

    @Test
    void changedSnapshotIsRefusedOrAnswers() throws IOException {
        byte[] whole = snapshot(full());
        Random random = new Random(3);
        int refused = 0;

        for (int round = 0; round < 400; round++) {
            byte[] changed = whole.clone();
            for (int i = 0; i < 4; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            refused += isRefused(changed) ? 1 : 0;
        }

        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void otherVersionIsRefused() throws IOException {
        byte[] other = snapshot(new SessionIndex());
        other[7] = 99;

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(other)).withMessageContaining("'99'");
    }

    @Test
    void ownersAreNotNamed() throws IOException {
        SessionIndex index = new SessionIndex();
        index.add(List.of(event(1, EventType.PURCHASE, "p1", START), event(1, EventType.VIEW, "later", START)),
                CATALOGUE);

        assertThat(new String(snapshot(index), StandardCharsets.ISO_8859_1)).contains("later")
                .doesNotContain(TestEvents.shopper(1).id());
    }

    /** Whatever was changed, an answer is given by bounds, not by luck. */
    private static boolean isRefused(byte[] changed) {
        try {
            SessionIndex index = read(changed);
            assertThat(neighbours(index, List.of("p0", "p1", "p2"), 50).others()).hasSizeLessThanOrEqualTo(50);
            index.add(TestEvents.random(new Random(4), NOW, 200, 60), CATALOGUE);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static Neighbourhood neighbours(SessionIndex index, List<String> history, int limit) {
        return index.neighbours(history, Gap.VISIT, PickingParameters.DEFAULT, NOW, limit);
    }

    private static SessionIndex full() {
        SessionIndex index = new SessionIndex();
        index.add(TestEvents.random(new Random(1), START, 5_000, 70), CATALOGUE);
        return index;
    }

    private static void assertSame(SessionIndex one, SessionIndex other) {
        List<String> history = List.of("p3", "p1", "p20", "p7");
        assertThat(neighbours(other, history, 100)).isEqualTo(neighbours(one, history, 100));
        assertThat(neighbours(other, history, 100).others()).isNotEmpty();
        assertThat(other.chances().ofReturn(Gap.DAY, 1, EventType.CART, 2))
                .isEqualTo(one.chances().ofReturn(Gap.DAY, 1, EventType.CART, 2));
        assertThat(other.chances().ofOther(Gap.DAY, 9)).isEqualTo(one.chances().ofOther(Gap.DAY, 9));
        assertThat(other.boughtWith(history, NOW, 100)).isNotEmpty().isEqualTo(one.boughtWith(history, NOW, 100));
        assertThat(other.bestsellers(NOW)).isNotEmpty().isEqualTo(one.bestsellers(NOW));
        assertThat(other.trending(NOW)).isNotEmpty().isEqualTo(one.trending(NOW));
        assertThat(other.bestsellersOfBrand("Brand 1", NOW)).isNotEmpty()
                .isEqualTo(one.bestsellersOfBrand("Brand 1", NOW));
        assertThat(other.newestFirst()).isNotEmpty().isEqualTo(one.newestFirst());
        assertThat(other.size()).isEqualTo(one.size());
    }
}
