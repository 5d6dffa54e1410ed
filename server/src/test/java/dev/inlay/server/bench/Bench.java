package dev.inlay.server.bench;

import dev.inlay.server.newsletter.FirstOpen;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Measures on this machine, in a few minutes: what a re-opened tile costs beside a web server that only sends the same
 * bytes, where the time of a first open goes, how long a start takes, and a large order feed. Ratios of one run may be
 * compared with those of another machine; the figures in between may not.
 */
public final class Bench {
    private Bench() {
    }

    public static void main(String[] arguments) throws Exception {
        Runtime machine = Runtime.getRuntime();
        System.out.printf("%d cores, Java %s; medians and ranges%n",
                machine.availableProcessors(), Runtime.version());

        System.out.println("\nA tile opened again, over HTTP, beside a plain handler that sends the same bytes");
        ReopenedTile.Figures tile = ReopenedTile.measure();
        print(tile.inlay().requestsPerSecond(), "Inlay", "requests/s");
        print(tile.plain().requestsPerSecond(), "plain handler", "requests/s");
        print(tile.throughput(), "ratio (1 = as fast)", "");
        print(tile.inlay().microsPerRequest(), "Inlay, processor time", "us/request");
        print(tile.plain().microsPerRequest(), "plain handler, processor time", "us/request");
        print(tile.processorTime(), "ratio (1 = as cheap)", "");

        System.out.println("\nThe first open of a recipient with history, nothing drawn before, in one thread");
        for (Map.Entry<String, Collection<Double>> stage : FirstOpen.measure().entrySet()) {
            print(Spread.of(stage.getValue()), stage.getKey(), "ms");
        }

        System.out.println("\nA start on a store with 100 products");
        StartTime.Figures start = StartTime.measure();
        print(start.ready(), "until ready", "s");
        print(start.firstPicture(), "until the first tile", "s");

        System.out.printf("%nAn order feed of %,d orders with scattered lines, into a process with a heap of 256 MB%n",
                ManyOrders.ORDERS);
        ManyOrders.Figures orders = ManyOrders.measure();
        print(Spread.of(List.of(orders.first())), "until all stand", "s");
        print(Spread.of(List.of(orders.again())), "the same feed again", "s");
        print(orders.tileMillis(), "tiles of new recipients meanwhile", "ms");
        print(Spread.of(List.of(orders.memory())), "most memory of the process", "MB");

        System.out.println("\nCounting one picture in the meters");
        print(CountingCost.measure(), "processor time", "ns");
        System.exit(0);
    }

    private static void print(Spread spread, String name, String unit) {
        System.out.println(spread.line(name, unit));
    }
}
