package dev.inlay.server.cli;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** How far an import is: a bar that moves on a terminal, else a line every few seconds. */
final class Progress {
    private static final int WIDTH = 30;
    private static final Duration BAR_EVERY = Duration.ofMillis(200);
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);

    private final PrintStream out;
    private final OptionalLong size;
    private final boolean terminal;
    private final long begin = System.nanoTime();
    private long shown = begin;
    private boolean barStands;

    private Progress(PrintStream out, OptionalLong size, boolean terminal) {
        this.out = out;
        this.size = size;
        this.terminal = terminal;
    }

    /** To a terminal, if this process has one; {@code size} is that of all, in bytes. */
    static Progress to(PrintStream out, OptionalLong size) {
        Console console = System.console();
        return new Progress(out, size, console != null && console.isTerminal());
    }

    /** {@code bytes} and {@code lines} are done. */
    void show(long bytes, long lines) {
        long now = System.nanoTime();
        if (now - shown >= (terminal ? BAR_EVERY : LINE_EVERY).toNanos()) {
            shown = now;
            String text = text(bytes, size, lines, Duration.ofNanos(now - begin));
            out.print(terminal ? "\r" + text + "  " : text + System.lineSeparator());
            out.flush();
            barStands = terminal;
        }
    }

    /** Leaves the line of the bar. */
    void end() {
        if (barStands) {
            out.println();
        }
    }

    static String text(long bytes, OptionalLong size, long lines, Duration took) {
        double seconds = Math.max(0.001, took.toMillis() / 1e3);
        String speed = String.format(Locale.ROOT, "%,d lines, %,.0f lines/s", lines, lines / seconds);
        if (size.isEmpty() || size.getAsLong() == 0) {
            return speed;
        }
        double done = Math.min(1, (double) bytes / size.getAsLong());
        long left = Math.round(seconds * (1 - done) / Math.max(done, 1e-9));
        int filled = (int) (done * WIDTH);
        return String.format(Locale.ROOT, "[%s%s] %3.0f %%  %s, %d:%02d left", "#".repeat(filled),
                ".".repeat(WIDTH - filled), done * 100, speed, left / 60, left % 60);
    }
}
