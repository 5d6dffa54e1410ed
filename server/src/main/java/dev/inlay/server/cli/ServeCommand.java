package dev.inlay.server.cli;

import dev.inlay.db.DatabaseOpenException;
import dev.inlay.server.JsonLog;
import dev.inlay.server.Main;
import dev.inlay.server.Settings;
import dev.inlay.server.StartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts the server and stays until it is told to stop. A start that cannot be is one line and exit code 1. */
@Command(name = "serve", description = "Starts the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Duration DEADLINE = Duration.ofMillis(9_500);
    /** The exit code of a process that SIGTERM ended. */
    private static final int TERMINATED = 143;

    @Override
    public Integer call() throws InterruptedException {
        JsonLog.install();
        Main main;
        try {
            main = Main.start(Settings.load(Path.of(""), System.getenv()));
        } catch (StartException | DatabaseOpenException | IllegalArgumentException e) {
            System.err.println("inlay: " + e.getMessage());
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main), "inlay-stop"));
        main.awaitClose();
        return 0;
    }

    /** Finishes what was begun; whatever still hangs at the deadline is left: nothing acknowledged depends on it. */
    private static void stop(Main main) {
        try {
            if (!Thread.ofPlatform().name("inlay-close").start(main::close).join(DEADLINE)) {
                Runtime.getRuntime().halt(TERMINATED);
            }
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(TERMINATED);
        }
    }
}
