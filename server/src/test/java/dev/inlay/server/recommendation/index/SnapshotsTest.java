package dev.inlay.server.recommendation.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.SeenClock;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.activity.ActivityImport;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.PastEvent;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.people.ErasureStore;
import dev.inlay.db.people.Subject;
import dev.inlay.server.recommendation.index.IndexedShop.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes outlive the process in files, and files that cannot be trusted cost a replay and nothing else. */
class SnapshotsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LATER = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(1)));
    private IndexedShop shop;

    @BeforeEach
    void open() {
        shop = IndexedShop.on(folder, now::get);
        IntStream.rangeClosed(1, 5).forEach(number -> shop.product("p" + number));
        shop.indexes.start();
        IntStream.range(0, 10).forEach(round -> shop.session("p1", "p2", "p" + (3 + round % 3)));
        now.updateAndGet(time -> time.plus(LATER));
        shop.session("p1", "p2");
        shop.indexes.catchUp();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void startGoesOnFromTheFile() {
        Told before = shop.told();

        restart(this::hideOldEvents);

        assertEquals(before, shop.told());
    }

    @Test
    void whatCameAfterTheFileCountsOnce() {
        shop.close();
        shop = IndexedShop.on(folder, now::get);
        IntStream.range(0, 4).forEach(round -> shop.session("p4", "p5"));
        shop.indexes.start();
        shop.indexes.catchUp();
        Told gone = shop.told();

        assertEquals(replayed(), gone);
    }

    @Test
    void killCostsNothing() {
        shop.session("p3", "p4");
        shop.close();
        shop = IndexedShop.on(folder, now::get);
        shop.indexes.start();
        shop.session("p4", "p5");
        shop.indexes.catchUp();
        Told before = shop.told();
        shop.kill();

        shop = IndexedShop.on(folder, now::get);
        shop.indexes.start();

        assertEquals(before, shop.told());
    }

    @Test
    void damagedFileCostsAReplay() throws IOException {
        Told before = shop.told();
        shop.close();
        byte[] whole = Files.readAllBytes(file());

        for (int at = 0; at < whole.length; at += whole.length / 20) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(file(), damaged);
            shop = IndexedShop.on(folder, now::get);
            shop.indexes.start();
            assertEquals(before, shop.told());
            shop.close();
        }
    }

    @Test
    void fileThatHoldsNonsenseInGoodFormCostsAReplay() throws IOException {
        Told before = shop.told();
        shop.close();
        SnapshotFile nonsense = new SnapshotFile(file());
        nonsense.draft(out -> out.write(new byte[1_000]));
        nonsense.publish();

        shop = IndexedShop.on(folder, now::get);
        shop.indexes.start();

        assertEquals(before, shop.told());
    }

    @Test
    void importThatCameMeanwhileCostsAReplay() {
        restart(() -> new ActivityImport(shop.database).add(shop.website.id(), List.of(new PastEvent(
                Owner.of(TrackingUserId.random()), EventType.VIEW, ProductReference.ofNumber("p5"),
                now.get().minus(Duration.ofDays(3)), Optional.empty(), Optional.empty()))));

        assertEquals(replayed(), shop.told());
    }

    @Test
    void fileOfALaterStateOfTheStoreIsNotUsed() throws IOException {
        shop.close();
        Path backup = Files.createDirectories(folder.resolve("backup"));
        copyStore(folder, backup);
        shop = IndexedShop.on(folder, now::get);
        shop.indexes.start();
        IntStream.range(0, 5).forEach(round -> shop.session("p4", "p5"));
        shop.indexes.catchUp();
        shop.close();

        copyStore(backup, folder);
        shop = IndexedShop.on(folder, now::get);
        IntStream.range(0, 3).forEach(round -> shop.session("p2", "p5"));
        shop.indexes.start();

        assertEquals(replayed(), shop.told());
    }

    @Test
    void eventsWaitForTheirProductAlsoInTheFile() {
        IntStream.range(0, 9).forEach(round -> shop.session("p1", "new"));
        shop.indexes.catchUp();

        restart(this::hideOldEvents);
        shop.product("new");
        shop.indexes.catchUp();

        assertThat(shop.neighbours("p1"))
                .extracting(RankedProduct::productNumber).contains("new");
    }

    @Test
    void filesOfWebsitesThatAreGoneAndOfKilledProcessesAreSwept() throws IOException {
        shop.close();
        Path indexes = file().getParent();
        for (String name : List.of("5f0c2c9e-0000-4000-8000-000000000000.snapshot", file().getFileName() + ".part",
                "notes.txt")) {
            Files.writeString(indexes.resolve(name), "left");
        }

        shop = IndexedShop.on(folder, now::get);
        shop.indexes.start();

        assertThat(indexes.toFile().list()).containsExactlyInAnyOrder(file().getFileName().toString(), "notes.txt");
    }

    @Test
    void onlyTheOwnerOfTheFolderReadsIt() throws IOException {
        shop.close();

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void fileNamesNobody() throws IOException {
        TrackingUserId shopper = TrackingUserId.random();
        shop.view(shopper, "p1");
        shop.view(shopper, "not in the catalogue");
        shop.indexes.catchUp();
        shop.close();

        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1)).contains("p1")
                .doesNotContain(shopper.value());
    }

    @Test
    void whatAnErasedPersonDidIsForgottenAndTheFileReplaced() throws Exception {
        TrackingUserId shopper = TrackingUserId.random();
        shop.view(shopper, "p1");
        shop.product("secret");
        shop.view(shopper, "secret");
        assertTrue(IndexedShop.within(PATIENCE, () -> knows("secret")));
        restart(() -> { });
        assertTrue(knows("secret"));

        erase(shopper);

        assertTrue(IndexedShop.within(PATIENCE, () -> !knows("secret")));
        shop.close();
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1)).contains("p1")
                .doesNotContain("secret");
    }

    private boolean knows(String product) {
        return shop.index().newestFirst().contains(product);
    }

    private void erase(TrackingUserId shopper) {
        try (PeopleRevision people = new PeopleRevision(shop.database)) {
            ConsentStore consents = new ConsentStore(shop.database, new IdentityStore(shop.database), people,
                    new PersonalData(IndexedShop.SECRET));
            new ErasureStore(shop.database, IndexedShop.SECRET, consents, people, names -> List.of(),
                    now::get).erase(shop.website.id(), List.of(new Subject.OfTrackingUser(shopper)));
        }
    }

    /** Stops and starts; in between {@code meanwhile} is done to the store. */
    private void restart(Runnable meanwhile) {
        shop.close();
        shop = IndexedShop.on(folder, now::get);
        meanwhile.run();
        shop.indexes.start();
    }

    /** What the index tells that a node replays which has no files. */
    private Told replayed() {
        try (Stream<Path> files = Files.list(file().getParent())) {
            shop.close();
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        shop = IndexedShop.on(folder, now::get);
        shop.indexes.start();
        return shop.told();
    }

    /** Takes the events of an hour ago from the store: a file alone holds them then. */
    private void hideOldEvents() {
        long before = SeenClock.of(now.get().minus(LATER.dividedBy(2)).toEpochMilli());
        int hidden = shop.database.writes().write(new Entry<>(Lane.BULK, "event", "", writing ->
                writing.handle().execute("DELETE FROM event WHERE seen < ?", before)));
        assertEquals(30, hidden);
    }

    private Path file() {
        return folder.resolve("index").resolve(shop.website.uuid() + ".snapshot");
    }

    private static void copyStore(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
