package dev.inlay.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a file of past activity to a running server, part by part, and tells how it goes. */
@Command(name = "activity", mixinStandardHelpOptions = true, description = {
        "Sends views, carts and purchases from elsewhere to a running server: one JSON object a line, such as",
        "{\"type\":\"view\",\"customerId\":\"17\",\"productNumber\":\"W-1\",\"time\":\"2026-05-01T12:00:00Z\"}",
        "What is there already counts once: an import that was cut off is simply started again."})
final class ImportActivityCommand implements Callable<Integer> {
    private final Path folder;
    private final Map<String, String> environment;

    @Parameters(paramLabel = "FILE", description = "The file, plain or gzip; - reads standard input.")
    private Path file;

    @Option(names = "--website", paramLabel = "UUID", description = "The website; not needed if there is only one.")
    private Optional<String> website = Optional.empty();

    @Option(names = "--url", paramLabel = "URL",
            description = "A server elsewhere, with a key of scope ingest in INLAY_API_KEY.")
    private Optional<String> url = Optional.empty();

    ImportActivityCommand() {
        this(Path.of(""), System.getenv());
    }

    /** Finds the server by the settings in {@code folder} and {@code environment}. */
    ImportActivityCommand(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ImportTotals totals = new ImportTotals();
        try (NodeClient node = NodeClient.connect(url, folder, environment);
                LineParts parts = LineParts.open(file)) {
            String path = "/api/websites/" + website.orElseGet(() -> onlyWebsite(node)) + "/activity";
            send(node, path, parts, totals);
            totals.print(System.out);
            return 0;
        } catch (NodeClient.Failure | IOException | IllegalArgumentException e) {
            System.err.println("inlay: " + message(e));
            if (totals.isBegun()) {
                System.err.println("inlay: start it again; what is in counts once. Until now:");
                totals.print(System.err);
            }
            return 1;
        }
    }

    private static void send(NodeClient node, String path, LineParts parts, ImportTotals totals) throws IOException {
        Progress progress = Progress.to(System.err, parts.size());
        try {
            for (Optional<byte[]> part = parts.next(); part.isPresent(); part = parts.next()) {
                totals.add(node.post(path, "application/x-ndjson", BodyPublishers.ofByteArray(part.get())),
                        parts.linesBefore());
                progress.show(parts.bytes(), parts.lines());
            }
        } finally {
            progress.end();
        }
    }

    /** The website that is meant where there is only one. */
    static String onlyWebsite(NodeClient node) {
        JsonNode websites = node.get("/api/websites").path("websites");
        if (websites.size() != 1) {
            throw new IllegalArgumentException("--website must name one of " + websites.size() + " websites"
                    + StreamSupport.stream(websites.spliterator(), false)
                            .map(one -> "\n  " + one.path("websiteUuid").asText() + "  " + one.path("name").asText())
                            .collect(Collectors.joining()));
        }
        return websites.get(0).path("websiteUuid").asText();
    }

    private String message(Exception failure) {
        return failure instanceof IOException ? file + " cannot be read" : failure.getMessage();
    }
}
