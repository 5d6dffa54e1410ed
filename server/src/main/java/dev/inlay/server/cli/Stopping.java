package dev.inlay.server.cli;

import java.time.Duration;

/** The end of a command that stays: on SIGTERM or Ctrl+C it finishes what was begun, within 10 s. */
final class Stopping {
    private static final Duration DEADLINE = Duration.ofMillis(9_500);
    /** The exit code of a process that SIGTERM ended. */
    private static final int TERMINATED = 143;

    private Stopping() {
    }

    /** Runs {@code close} when the process is told to end. */
    static void onSignal(Runnable close) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run(close), "inlay-stop"));
    }

    /** Whatever still hangs at the deadline is left: nothing acknowledged depends on it. */
    private static void run(Runnable close) {
        try {
            if (!Thread.ofPlatform().name("inlay-close").start(close).join(DEADLINE)) {
                Runtime.getRuntime().halt(TERMINATED);
            }
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(TERMINATED);
        }
    }
}
