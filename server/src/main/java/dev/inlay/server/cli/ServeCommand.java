package dev.inlay.server.cli;

import dev.inlay.db.DatabaseOpenException;
import dev.inlay.server.JsonLog;
import dev.inlay.server.Main;
import dev.inlay.server.Settings;
import dev.inlay.server.StartException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts the server and stays until it is told to stop. A start that cannot be is one line and exit code 1. */
@Command(name = "serve", description = "Starts the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        JsonLog.install();
        Main main;
        try {
            main = Main.start(Settings.load(Path.of(""), System.getenv()));
        } catch (StartException | DatabaseOpenException | IllegalArgumentException e) {
            e.getMessage().lines().forEach(line -> System.err.println("inlay: " + line));
            return 1;
        }
        Stopping.onSignal(main::close);
        main.awaitClose();
        return 0;
    }
}
