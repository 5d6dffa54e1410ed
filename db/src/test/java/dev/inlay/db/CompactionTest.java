package dev.inlay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What compacting the embedded store promises. */
final class CompactionTest {
    private final TestStore store = TestStore.h2();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theSameRowsAreThereAndNothingElseBeside() throws IOException {
        TrackingUserId user = view();

        store.restart(folder -> compact());

        assertEquals(1, history(user));
        assertThat(names()).containsExactlyInAnyOrder("inlay.mv.db", "inlay.running");
    }

    @Test
    void compactingAgainAndAgainChangesNothing() {
        TrackingUserId user = view();

        store.restart(folder -> {
            compact();
            compact();
        });

        assertEquals(1, history(user));
    }

    @Test
    void whatAnInterruptedOneLeftIsDeletedByTheNextStart() throws IOException {
        store.restart(folder -> {
            try {
                for (String name : List.of("inlay.compact.mv.db", "inlay.compact.script", "inlay.trace.db")) {
                    Files.writeString(folder.resolve(name), "left");
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(names()).containsExactlyInAnyOrder("inlay.mv.db", "inlay.running");
    }

    @Test
    void aStoreThatIsNotThereIsSaidInOneLine() {
        Path nowhere = store.folder().resolve("nowhere");

        assertThatThrownBy(() -> Compaction.run(DatabaseSettings.embedded(nowhere)))
                .isInstanceOf(DatabaseOpenException.class)
                .hasMessage("There is no embedded store in " + nowhere + ".");
    }

    @Test
    void postgresIsLeftToItself() {
        assertThatThrownBy(() -> Compaction.run(new DatabaseSettings("jdbc:postgresql:x", store.folder())))
                .isInstanceOf(DatabaseOpenException.class)
                .hasMessage("Only the embedded store is compacted here; PostgreSQL does it by VACUUM.");
    }

    private void compact() {
        Compaction.Result result = Compaction.run(store.settings());
        assertThat(result.before()).isPositive();
        assertThat(result.after()).isPositive();
    }

    private TrackingUserId view() {
        TrackingUserId user = TrackingUserId.random();
        activities().recordView(1, Owner.of(user), ProductReference.ofNumber("stove"));
        return user;
    }

    private int history(TrackingUserId user) {
        return activities().historyOf(1, new IdentityStore(store.database()).resolveTrackingUser(1, user))
                .events().size();
    }

    private ActivityStore activities() {
        return new ActivityStore(store.database(), new IdentityStore(store.database()));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(store.folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
