package dev.inlay.server.recommendation.index;

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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

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
     * @param longestBatch seconds that the slowest 2,000 events took, tidying up included
     * @param heap bytes of the index after garbage collection, the catalogue apart
     * @param written events a second that were added beside the questions of {@code besideWriter}
     * @param bytes length of the snapshot
     */
    public record Figures(long events, int products, IndexSize size, double ingest, double longestBatch, long heap,
            Answers alone, Answers besideWriter, double written, double writeSeconds, double readSeconds,
            long bytes) { }

    /** Micros that questions took, in order of length: by the clock, and of processor time. */
    public record Answers(double[] clock, double[] processor) {
        public Answers {
            Arrays.sort(clock);
            Arrays.sort(processor);
        }

        /** Half, nine tenths and 99 of 100 by the clock, the same of processor time. */
        public String cell() {
            return cell(clock) + " · " + cell(processor);
        }

        /** Questions a second of processor time. */
        public double perSecond() {
            return 1e6 * processor.length / Arrays.stream(processor).sum();
        }

        private static String cell(double[] micros) {
            return "%,.0f %,.0f %,.0f".formatted(within(micros, .5), within(micros, .9), within(micros, .99));
        }

        private static double within(double[] micros, double share) {
            return micros[(int) (share * (micros.length - 1))];
        }
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Product[] catalogue;
    private final MadeUpShoppers shoppers;
    private SessionIndex index = new SessionIndex();
    private double longestBatch;

    private IndexLoad(int products) {
        catalogue = new Product[products];
        shoppers = new MadeUpShoppers(products, 1, START);
    }

    public static Figures measure(long events) throws Exception {
        return new IndexLoad((int) (events / EVENTS_PER_PRODUCT)).run(events);
    }

    private Figures run(long events) throws Exception {
        stock();
        long before = usedHeap();
        long made = processorNanos(() -> make(events));
        double ingest = events * 1e9 / (processorNanos(() -> add(events)) - made);
        double slowest = longestBatch;
        IndexSize size = index.size();
        long heap = usedHeap() - before;
        ask(WARM_UP);
        Answers alone = ask(QUESTIONS);
        AtomicLong added = new AtomicLong();
        long begin = System.nanoTime();
        Answers besideWriter = besideWriter(added);
        double written = added.get() / ((System.nanoTime() - begin) / 1e9);
        Path file = Files.createTempFile("index", ".snapshot");
        try {
            double write = seconds(() -> write(file));
            index = new SessionIndex();
            usedHeap();
            double read = seconds(() -> read(file));
            return new Figures(events, catalogue.length, size, ingest, slowest, heap, alone, besideWriter, written,
                    write, read, Files.size(file));
        } finally {
            Files.delete(file);
        }
    }

    private void stock() {
        for (int i = 0; i < catalogue.length; i++) {
            int category = i % 1_000;
            catalogue[i] = Product.of("product-" + i, null, null, null, BigDecimal.ONE).withBrand("brand-" + i % 3_000)
                    .withHierarchies(List.of(List.of("room-" + category % 20, "shelf-" + category)));
        }
    }

    private void make(long events) {
        MadeUpShoppers alike = new MadeUpShoppers(catalogue.length, 1, START);
        for (long i = 0; i < events; i++) {
            alike.next();
        }
    }

    private void add(long events) {
        for (long done = 0; done < events; done += BATCH) {
            long begin = System.nanoTime();
            for (long i = Math.min(BATCH, events - done); i > 0; i--) {
                shoppers.next();
                index.add(shoppers.owner, catalogue[shoppers.product], shoppers.type, shoppers.time());
            }
            index.publish();
            longestBatch = Math.max(longestBatch, (System.nanoTime() - begin) / 1e9);
        }
    }

    private Answers ask(int questions) {
        MadeUpShoppers askers = new MadeUpShoppers(catalogue.length, 2, shoppers.time());
        Instant now = Instant.ofEpochMilli(shoppers.time());
        double[] clock = new double[questions];
        double[] processors = new double[questions];
        for (int i = 0; i < questions; i++) {
            List<String> history = askers.history().stream().map(number -> catalogue[number].productNumber()).toList();
            long processor = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            index.neighbours(history, i % 4 == 0 ? Gap.VISIT : Gap.LONGER, PickingParameters.DEFAULT, now, LIMIT);
            clock[i] = (System.nanoTime() - begin) / 1e3;
            processors[i] = (THREADS.getCurrentThreadCpuTime() - processor) / 1e3;
        }
        return new Answers(clock, processors);
    }

    private Answers besideWriter(AtomicLong added) throws InterruptedException {
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
            return ask(QUESTIONS);
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
