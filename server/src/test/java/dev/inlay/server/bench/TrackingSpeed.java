package dev.inlay.server.bench;

import dev.inlay.server.Scrape;
import dev.inlay.server.ServerProcess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Page views over HTTP, each acknowledged once it would survive {@code kill -9}, beside {@link BareInsert} into the
 * same store with as many rows for each commit as there are connections.
 */
final class TrackingSpeed {
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 3;
    private static final Duration ROUND = Duration.ofSeconds(5);

    /**
     * What was measured round by round.
     *
     * @param events in a second
     * @param bareRows in a second
     * @param ratio of the two
     * @param commitsPerEvent 1 would be a commit for each
     * @param microsPerEvent processor time of Inlay's process
     */
    record Figures(Spread events, Spread bareRows, Spread ratio, Spread commitsPerEvent, Spread microsPerEvent) { }

    private record Round(double events, double bareRows, double commitsPerEvent, double microsPerEvent) { }

    private TrackingSpeed() {
    }

    static Figures measure(BenchStore store) throws Exception {
        List<Round> rounds = new ArrayList<>();
        if (store.settings().isH2()) {
            store.migrate();
        }
        String name = "bench-tracking-" + store.name().toLowerCase(Locale.ROOT);
        try (ServerProcess server = ServerProcess.start(name, settings(store))) {
            TrackingFlood flood = new TrackingFlood(server.port(),
                    server.client().createWebsite("Shop", "https://shop.example"));
            for (int round = 0; round < WARM_UP; round++) {
                flood.run(ROUND);
            }
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(round(server, flood, store));
            }
        }
        return new Figures(Spread.of(rounds.stream().map(Round::events).toList()),
                Spread.of(rounds.stream().map(Round::bareRows).toList()),
                Spread.of(rounds.stream().map(round -> round.events() / round.bareRows()).toList()),
                Spread.of(rounds.stream().map(Round::commitsPerEvent).toList()),
                Spread.of(rounds.stream().map(Round::microsPerEvent).toList()));
    }

    private static Round round(ServerProcess server, TrackingFlood flood, BenchStore store) throws Exception {
        double commits = commits(server);
        Duration before = processorTime(server);
        long begin = System.nanoTime();
        long events = flood.run(ROUND);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Duration processorTime = processorTime(server).minus(before);
        return new Round(events / seconds, bareRows(store, (int) events), (commits(server) - commits) / events,
                processorTime.toNanos() / 1e3 / events);
    }

    /** The server's embedded store is its own: there, the rows go into one like it. */
    private static double bareRows(BenchStore store, int rows) throws SQLException {
        return new BareInsert(store.settings().url(), TrackingFlood.CONNECTIONS).rowsPerSecond(rows);
    }

    private static Map<String, String> settings(BenchStore store) {
        return store.settings().isH2() ? Map.of() : Map.of("INLAY_DATABASE_URL", store.settings().url());
    }

    private static double commits(ServerProcess server) throws Exception {
        return Scrape.of(server).sum("inlay_write_group_size_count");
    }

    private static Duration processorTime(ServerProcess server) {
        return server.handle().info().totalCpuDuration().orElseThrow();
    }
}
