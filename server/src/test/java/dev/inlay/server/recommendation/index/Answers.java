package dev.inlay.server.recommendation.index;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Micros that questions took, in order of length: by the clock, and of processor time. */
public record Answers(double[] clock, double[] processor) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public Answers {
        Arrays.sort(clock);
        Arrays.sort(processor);
    }

    /** Asks so many {@code questions}, one after the other; the making of them does not count. */
    static Answers to(int count, IntFunction<Runnable> questions) {
        double[] clock = new double[count];
        double[] processor = new double[count];
        for (int i = 0; i < count; i++) {
            Runnable question = questions.apply(i);
            long worked = THREADS.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            question.run();
            clock[i] = (System.nanoTime() - begin) / 1e3;
            processor[i] = (THREADS.getCurrentThreadCpuTime() - worked) / 1e3;
        }
        return new Answers(clock, processor);
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
