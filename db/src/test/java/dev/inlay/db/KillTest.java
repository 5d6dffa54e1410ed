package dev.inlay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives the death of the process. */
final class KillTest {
    private static final int WEBSITE = 1;
    private static final int ACKNOWLEDGED = 2_000;

    @TempDir
    Path folder;

    /** The process that is killed: 20 shoppers view one product after the other and print what was acknowledged. */
    static final class Victim {
        private Victim() {
        }

        public static void main(String[] arguments) {
            Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])), TestStore.SECRET);
            ActivityStore activities = new ActivityStore(database, new IdentityStore(database));
            for (int shopper = 0; shopper < 20; shopper++) {
                String name = "s" + shopper + "-";
                Owner owner = Owner.of(TrackingUserId.random());
                Thread.ofPlatform().start(() -> {
                    for (int view = 0; ; view++) {
                        activities.recordView(WEBSITE, owner, ProductReference.ofNumber(name + view));
                        System.out.println(name + view);
                    }
                });
            }
        }
    }

    @Test
    void acknowledgedEventsSurviveAKill() throws IOException, InterruptedException {
        Set<String> acknowledged = acknowledgedBeforeTheKill();

        assertTrue(Files.exists(folder.resolve("inlay.running")));
        try (Database database = Database.open(DatabaseSettings.embedded(folder), TestStore.SECRET)) {
            List<Event> stored = new ActivityStore(database, new IdentityStore(database))
                    .eventsAfter(WEBSITE, 0, 0, Integer.MAX_VALUE);
            Set<String> products = stored.stream().map(event -> event.product().productNumber().orElseThrow())
                    .collect(Collectors.toSet());

            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
            acknowledged.removeAll(products);
            assertEquals(Set.of(), acknowledged);
            assertEquals(products.size(), stored.size());
        }
    }

    private Set<String> acknowledgedBeforeTheKill() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), Victim.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Set<String> acknowledged = new HashSet<>();
        try (BufferedReader output = process.inputReader()) {
            while (acknowledged.size() < ACKNOWLEDGED) {
                acknowledged.add(output.readLine());
            }
            process.toHandle().destroyForcibly();
            output.lines().filter(line -> line.matches("s\\d+-\\d+")).forEach(acknowledged::add);
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        return acknowledged;
    }
}
