package dev.inlay.server.recommendation.index;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** What an index of many made-up events takes and how long it takes to ask, to write and to read it. */
public final class IndexLoad {
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final int EVENTS_PER_PRODUCT = 100;
    private static final int BATCH = 2_000;
    private static final int QUESTIONS = 30_000;
    private static final int WARM_UP = 5_000;
    private static final int LIMIT = 100;
    private static final int WRITTEN_PER_SECOND = 60_000;

    /**
     * What was measured.
     *
     * @param ingest events a second of processor time, the making of them apart
     * @param longestBatch seconds by the clock that the slowest 2,000 events took, tidying up included
     * @param hardestBatch seconds of processor time that 2,000 events took at most
     * @param heap bytes of the index after garbage collection, the catalogue apart
     * @param bytes length of the snapshot
     */
    public record Figures(long events, int products, IndexSize size, double ingest, double longestBatch,
            double hardestBatch, long heap, Asked neighbours, Asked picks, double writeSeconds, double readSeconds,
            long bytes) { }

    /**
     * The same questions asked twice.
     *
     * @param written events a second that were added beside those of {@code besideWriter}
     */
    public record Asked(Answers alone, Answers besideWriter, double written) { }

    private static final Photo PHOTO = new Photo("https://img.example/1.jpg", Photo.State.READY, "0", "");
    private static final String[] BRANDS =
            IntStream.range(0, 3_000).mapToObj(number -> "brand-" + number).toArray(String[]::new);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Product[] products;
    private final MadeUpPicks picks;
    private final MadeUpShoppers shoppers;
    private SessionIndex index = new SessionIndex();
    private double longestBatch;
    private double hardestBatch;

    private IndexLoad(int products) {
        this.products = IntStream.range(0, products).mapToObj(IndexLoad::product).toArray(Product[]::new);
        picks = new MadeUpPicks(Catalogue.of(List.of(this.products), Map.of(PHOTO.url(), PHOTO)));
        shoppers = new MadeUpShoppers(products, 1, START);
    }

    public static Figures measure(long events) throws Exception {
        return new IndexLoad((int) (events / EVENTS_PER_PRODUCT)).run(events);
    }

    private Figures run(long events) throws Exception {
        long before = usedHeap();
        long made = processorNanos(() -> make(events));
        double ingest = events * 1e9 / (processorNanos(() -> add(events)) - made);
        double longest = longestBatch;
        double hardest = hardestBatch;
        IndexSize size = index.size();
        long heap = usedHeap() - before;
        Asked neighbours = asked(this::neighbours);
        Asked picked = asked(this::pick);
        Path file = Files.createTempFile("index", ".snapshot");
        try {
            double write = seconds(() -> write(file));
            index = new SessionIndex();
            usedHeap();
            double read = seconds(() -> read(file));
            return new Figures(events, products.length, size, ingest, longest, hardest, heap, neighbours, picked,
                    write, read, Files.size(file));
        } finally {
            Files.delete(file);
        }
    }

    private static Product product(int number) {
        int category = number % 1_000;
        return Product.of("product-" + number, "Product " + number, "https://shop.example/" + number, PHOTO.url(),
                BigDecimal.ONE).withBrand(BRANDS[number % BRANDS.length]).withHierarchies(List.of(
                        List.of("room-" + category % 20, "shelf-" + category % 200, "board-" + category)));
    }

    private void make(long events) {
        MadeUpShoppers alike = new MadeUpShoppers(products.length, 1, START);
        for (long i = 0; i < events; i++) {
            alike.next();
        }
    }

    private void add(long events) {
        for (long done = 0; done < events; done += BATCH) {
            long worked = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            for (long i = Math.min(BATCH, events - done); i > 0; i--) {
                shoppers.next();
                index.add(shoppers.owner, products[shoppers.product], shoppers.type, shoppers.time());
            }
            index.publish();
            longestBatch = Math.max(longestBatch, (System.nanoTime() - begin) / 1e9);
            hardestBatch = Math.max(hardestBatch, (THREADS.getCurrentThreadCpuTime() - worked) / 1e9);
        }
    }

    private Runnable neighbours(MadeUpShoppers askers, int number) {
        List<String> history = numbers(askers.history());
        Instant now = Instant.ofEpochMilli(askers.time());
        return () -> index.neighbours(history, Gap.between(now.minus(ago(number)), now), PickingParameters.DEFAULT,
                now, LIMIT);
    }

    private Runnable pick(MadeUpShoppers askers, int number) {
        return picks.pick(index, numbers(askers.history(MadeUpPicks.TOUCHED)), ago(number),
                Instant.ofEpochMilli(askers.time()));
    }

    /** One of four is still there, the others come back. */
    private static Duration ago(int number) {
        return number % 4 == 0 ? Duration.ofMinutes(1) : Duration.ofDays(2);
    }

    private List<String> numbers(List<Integer> places) {
        return places.stream().map(place -> products[place].productNumber()).toList();
    }

    private Asked asked(BiFunction<MadeUpShoppers, Integer, Runnable> questions) throws InterruptedException {
        ask(WARM_UP, questions);
        Answers alone = ask(QUESTIONS, questions);
        AtomicLong added = new AtomicLong();
        long begin = System.nanoTime();
        Answers besideWriter = besideWriter(added, questions);
        return new Asked(alone, besideWriter, added.get() / ((System.nanoTime() - begin) / 1e9));
    }

    private Answers ask(int count, BiFunction<MadeUpShoppers, Integer, Runnable> questions) {
        MadeUpShoppers askers = new MadeUpShoppers(products.length, 2, shoppers.time());
        return Answers.to(count, number -> questions.apply(askers, number));
    }

    private Answers besideWriter(AtomicLong added, BiFunction<MadeUpShoppers, Integer, Runnable> questions)
            throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            long begin = System.nanoTime();
            while (!done.get()) {
                while (!done.get() && added.get() < (System.nanoTime() - begin) / 1e9 * WRITTEN_PER_SECOND) {
                    add(BATCH / 10);
                    added.addAndGet(BATCH / 10);
                }
                LockSupport.parkNanos(500_000);
            }
        });
        try {
            return ask(QUESTIONS, questions);
        } finally {
            done.set(true);
            writer.join();
        }
    }

    private void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            index.write(out);
        }
    }

    private void read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 18))) {
            index = SessionIndex.read(in);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long processorNanos(Work work) throws IOException {
        long begin = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - begin;
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
