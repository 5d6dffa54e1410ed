package dev.inlay.server.cli;

import dev.inlay.db.DatabaseOpenException;
import dev.inlay.server.JsonLog;
import dev.inlay.server.StartException;
import dev.inlay.server.demo.Demo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a demo and stays until it is told to stop; the one URL to open is all that it says on standard output. */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "Starts a made-up shop with its newsletter on a throw-away store, to try Inlay out.")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "The port; else INLAY_DEMO_PORT, else 8090.")
    private Optional<String> port = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        JsonLog.installQuietly();
        Map<String, String> environment = new HashMap<>(System.getenv());
        port.ifPresent(number -> environment.put("INLAY_DEMO_PORT", number));
        try {
            Demo demo = Demo.prepare(Path.of(""), environment);
            Stopping.onSignal(demo::close);
            demo.start();
            System.out.println(demo.url());
            System.out.println("Ctrl+C ends the demo; nothing of it stays.");
            demo.awaitClose();
            return 0;
        } catch (StartException | DatabaseOpenException | IllegalArgumentException e) {
            e.getMessage().lines().forEach(line -> System.err.println("inlay: " + line));
            return 1;
        }
    }
}
