package dev.inlay.server.bench;

import dev.inlay.server.newsletter.FirstOpen;
import dev.inlay.server.recommendation.index.IndexLoad;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Measures on this machine, in a few minutes: what a re-opened tile costs beside a web server that only sends the same
 * bytes, where the time of a first open goes, how long a start takes, what large feeds of orders and products cost,
 * what tiles take of memory, what it costs to greet by name, how soon events show in picks, and what following them
 * costs. Ratios of one run may be compared with those of another machine; the figures in between may not.
 */
public final class Bench {
    /** Measures one thing and prints it. */
    private interface Part {
        void measure() throws Exception;
    }

    /** Makes a fresh store. */
    private interface Store {
        BenchStore open() throws IOException;
    }

    private Bench() {
    }

    /** Measures the parts that {@code arguments} name, or all. */
    public static void main(String[] arguments) throws Exception {
        Runtime machine = Runtime.getRuntime();
        System.out.printf("%d cores, Java %s; medians and ranges%n",
                machine.availableProcessors(), Runtime.version());
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("tile", Bench::tile);
        parts.put("open", Bench::open);
        parts.put("start", Bench::start);
        parts.put("count", Bench::count);
        parts.put("import", Bench::imports);
        parts.put("tracking", Bench::tracking);
        parts.put("orders", Bench::orders);
        parts.put("ingest", Bench::ingest);
        parts.put("memory", Bench::memory);
        parts.put("live", Bench::live);
        parts.put("index", Bench::index);
        parts.put("fresh", Bench::fresh);
        parts.put("follow", Bench::follow);
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (arguments.length == 0 || List.of(arguments).contains(part.getKey())) {
                part.getValue().measure();
            }
        }
        System.exit(0);
    }

    private static void tile() throws Exception {
        System.out.println("\nA tile opened again, over HTTP, beside a plain handler that sends the same bytes");
        ReopenedTile.Figures tile = ReopenedTile.measure();
        print(tile.inlay().requestsPerSecond(), "Inlay", "requests/s");
        print(tile.plain().requestsPerSecond(), "plain handler", "requests/s");
        print(tile.throughput(), "ratio (1 = as fast)", "");
        print(tile.inlay().microsPerRequest(), "Inlay, processor time", "us/request");
        print(tile.plain().microsPerRequest(), "plain handler, processor time", "us/request");
        print(tile.processorTime(), "ratio (1 = as cheap)", "");
    }

    private static void open() throws Exception {
        System.out.println("\nThe first open of a recipient with history, nothing drawn before, in one thread");
        for (Map.Entry<String, Collection<Double>> stage : FirstOpen.measure().entrySet()) {
            print(Spread.of(stage.getValue()), stage.getKey(), "ms");
        }
    }

    private static void start() throws Exception {
        System.out.println("\nA start on a store with 100 products");
        StartTime.Figures start = StartTime.measure();
        print(start.ready(), "until ready", "s");
        print(start.firstPicture(), "until the first tile", "s");
    }

    private static void orders() throws Exception {
        System.out.printf("%nAn order feed of %,d orders with scattered lines, into a process with a heap of 256 MB%n",
                ManyOrders.ORDERS);
        ManyOrders.Figures orders = ManyOrders.measure();
        print(Spread.of(List.of(orders.first())), "until all stand", "s");
        print(Spread.of(List.of(orders.again())), "the same feed again", "s");
        print(orders.tileMillis(), "tiles of new recipients meanwhile", "ms");
        print(Spread.of(List.of(orders.memory())), "most memory of the process", "MB");
    }

    /** Of as many products as the system property {@code products} names, numbers between commas. */
    private static void ingest() throws Exception {
        System.out.println("\nProducts with photos of 1000 x 1000 pixels, each step for one product");
        System.out.printf("  %10s   %-42s   %-42s   %s%n", "products", "feed and photo: ms, processor ms, KB",
                "tile coded: ms, processor ms, KB", "store, KB");
        for (String products : System.getProperty("products", "100,1000").split(",")) {
            Ingest.Figures figures = Ingest.measure(Integer.parseInt(products));
            System.out.printf("  %10s   %s   %s   %8.1f%n", products, line(figures.photos()), line(figures.tiles()),
                    figures.store() / 1e3);
        }
    }

    private static String line(Ingest.Step step) {
        return "%12.1f %14.1f %14.1f".formatted(step.millis(), step.processorMillis(), step.bytes() / 1e3);
    }

    private static void memory() throws Exception {
        System.out.printf("%nMemory in MB, of a process with a heap of 512 MB%n  %-22s %12s %12s %12s %12s%n", "",
                "coded tiles", "opened tiles", "live in heap", "resident");
        TileMemory.Figures memory = TileMemory.measure();
        System.out.println(line("before the first tile", memory.empty()));
        System.out.println(line("caches full", memory.full()));
    }

    private static String line(String when, TileMemory.Held held) {
        return "  %-22s %12.1f %12.1f %12.1f %12.1f".formatted(when, held.coded(), held.opened(), held.heap(),
                held.process());
    }

    private static void live() throws Exception {
        LiveTile.Figures figures = LiveTile.measure();
        System.out.printf("%nA tile that greets by name, %,d bytes, on %d connections; medians and ranges of rounds%n",
                figures.bytes(), LiveTile.CONNECTIONS);
        System.out.printf("  %-32s %24s %24s %24s %24s%n", "", "requests/s", "processor us/request", "half within ms",
                "99 of 100 within ms");
        figures.rounds().forEach((what, rounds) -> System.out.printf("  %-32s %24s %24s %24s %24s%n", what,
                of(rounds, Load.Result::requestsPerSecond).cell(), of(rounds, Load.Result::microsPerRequest).cell(),
                of(rounds, round -> round.millis(.5)).cell(), of(rounds, round -> round.millis(.99)).cell()));
    }

    /** Of as many events as the system property {@code events} names, numbers between commas. */
    private static void index() throws Exception {
        System.out.printf("%nAn index of what shoppers do, of made-up events; half, 90 %% and 99 %% of questions"
                + " within micros by the clock · of processor time%n");
        for (String events : System.getProperty("events", "1000000,10000000").split(",")) {
            print(IndexLoad.measure(Long.parseLong(events)));
        }
    }

    private static void print(IndexLoad.Figures figures) {
        System.out.printf("  %,d events, %,d products, %,d sessions%n", figures.events(), figures.products(),
                figures.size().sessions());
        System.out.printf("  %,12.0f events/s added; 2,000 at once within %.2f s · %.2f s of processor time%n",
                figures.ingest(), figures.longestBatch(), figures.hardestBatch());
        System.out.printf("  %,12.0f MB of heap%n", figures.heap() / 1e6);
        print("neighbours of a history", figures.neighbours());
        print("whole picks", figures.picks());
        System.out.printf("  %,12.0f MB of snapshot, written in %.1f s, read in %.1f s%n", figures.bytes() / 1e6,
                figures.writeSeconds(), figures.readSeconds());
    }

    private static void print(String what, IndexLoad.Asked asked) {
        System.out.printf("  %,12.0f %s/s of a thread: %s%n", asked.alone().perSecond(), what, asked.alone().cell());
        System.out.printf("  %,12.0f %s/s beside %,.0f events/s: %s%n", asked.besideWriter().perSecond(), what,
                asked.written(), asked.besideWriter().cell());
    }

    private static Spread of(List<Load.Result> rounds, Function<Load.Result, Double> figure) {
        return Spread.of(rounds.stream().map(figure).toList());
    }

    private static void fresh() throws Exception {
        System.out.printf("%nFrom the answer to a call to the pick that shows it, over HTTP, %d of each, in ms%n",
                Fresh.ROUNDS);
        System.out.printf("  %-34s %10s %10s %10s%n", "", "p50", "p99", "longest");
        System.out.println("  told and asked: one node, H2");
        Fresh.onOneNode().forEach(Bench::percentiles);
        System.out.println("  told one, asked the other of two nodes, PostgreSQL");
        Fresh.onTwoNodes().forEach(Bench::percentiles);
    }

    private static void percentiles(String what, Spread millis) {
        System.out.printf("  %-34s %10.1f %10.1f %10.1f%n", what, millis.median(), millis.percentile(.99),
                millis.percentile(1));
    }

    private static void follow() throws Exception {
        for (Store store : stores()) {
            try (BenchStore fresh = store.open()) {
                System.out.printf("%nFollowing %,d websites where nothing happens: %s%n", Following.WEBSITES,
                        fresh.name());
                Following.Figures figures = Following.measure(fresh);
                print(figures.together(), "asked together", "ms/round");
                print(figures.oneByOne(), "asked one by one", "ms/round");
                print(figures.overlap(), "15 s of 500 events/s read again", "ms");
                print(figures.replay(), "a million events replayed", "s");
                print(figures.snapshot(), "start from a snapshot of them", "s");
            }
        }
    }

    private static void count() {
        System.out.println("\nCounting one picture in the meters");
        print(CountingCost.measure(), "processor time", "ns");
    }

    private static void imports() throws Exception {
        for (Store store : stores()) {
            try (BenchStore fresh = store.open()) {
                System.out.println("\nHistory from elsewhere, over HTTP, beside a bare batched insert: "
                        + fresh.name());
                ImportSpeed.Figures figures = ImportSpeed.measure(fresh);
                print(figures.lines(), "imported", "lines/s");
                print(figures.bareRows(), "bare insert", "rows/s");
                print(figures.ratio(), "ratio (1 = as fast)", "");
            }
        }
    }

    private static void tracking() throws Exception {
        for (Store store : stores()) {
            try (BenchStore fresh = store.open()) {
                System.out.println("\nPage views over HTTP on " + TrackingFlood.CONNECTIONS
                        + " connections, stored before they are answered: " + fresh.name());
                TrackingSpeed.Figures figures = TrackingSpeed.measure(fresh);
                print(figures.events(), "page views", "events/s");
                print(figures.bareRows(), "bare insert", "rows/s");
                print(figures.ratio(), "ratio (1 = as fast)", "");
                print(figures.commitsPerEvent(), "commits", "/event");
                print(figures.microsPerEvent(), "processor time of Inlay", "us/event");
            }
        }
    }

    private static List<Store> stores() {
        return List.of(BenchStore::h2, BenchStore::postgres);
    }

    private static void print(Spread spread, String name, String unit) {
        System.out.println(spread.line(name, unit));
    }
}
