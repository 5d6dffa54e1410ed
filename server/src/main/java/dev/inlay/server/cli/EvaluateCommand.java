package dev.inlay.server.cli;

import dev.inlay.server.evaluation.QueryAnswers;
import dev.inlay.server.feeds.FeedTimes;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures picking on a shop's own past, in this process: the server only tells what it knows. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = {
        "Measures picking on what shoppers of a running server did; see docs/evaluation.md.",
        "With --queries and --out it answers questions from a file: JSON lines such as",
        "{\"q\":\"1\",\"t\":1777636800,\"events\":[{\"item\":\"W-1\",\"type\":\"view\",\"t\":1777633200}]}"})
final class EvaluateCommand implements Callable<Integer> {
    private final Path folder;
    private final Map<String, String> environment;

    @Option(names = "--website", paramLabel = "UUID", description = "The website; not needed if there is only one.")
    private Optional<String> website = Optional.empty();

    @Option(names = "--url", paramLabel = "URL",
            description = "A server elsewhere, with a key of scope admin in INLAY_API_KEY.")
    private Optional<String> url = Optional.empty();

    @Option(names = "--queries", paramLabel = "FILE", required = true, description = "Questions to answer.")
    private Path queries;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the answers go.")
    private Path out;

    @Option(names = "--at", paramLabel = "TIME",
            description = "What happened later counts for nothing: ISO 8601, or seconds since 1970.")
    private Optional<String> at = Optional.empty();

    @Option(names = "--strategies", paramLabel = "NAME", split = ",", defaultValue = "for_you",
            description = "The chain that is measured; bestsellers fill it up.")
    private List<String> strategies;

    @Option(names = "--count", paramLabel = "N", defaultValue = "20", description = "How many products an answer has.")
    private int count;

    @Mixin
    private RuleOptions rules;

    EvaluateCommand() {
        this(Path.of(""), System.getenv());
    }

    /** Finds the server by the settings in {@code folder} and {@code environment}. */
    EvaluateCommand(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (NodeClient node = NodeClient.connect(url, folder, environment)) {
            ShopPast past = ShopPast.read(node, website.orElseGet(() -> ImportActivityCommand.onlyWebsite(node)),
                    at.map(EvaluateCommand::time));
            answer(past);
            return 0;
        } catch (NodeClient.Failure | IllegalArgumentException e) {
            System.err.println("inlay: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("inlay: " + queries + " cannot be read, or " + out + " not written: " + e.getMessage());
            return 1;
        }
    }

    private void answer(ShopPast past) throws IOException {
        QueryAnswers.Answered answered = new QueryAnswers(past.touches(), past.catalogue(), rules.switches())
                .answer(queries, out, chain(), count);
        System.out.printf(Locale.ROOT, "%,d questions answered from %,d events; a pick took %.0f microseconds%n",
                answered.questions(), past.touches().size(),
                answered.nanos() / 1e3 / Math.max(1, answered.questions()));
    }

    private List<StrategyType> chain() {
        return strategies.stream().map(name -> StrategyType.parse(name).orElseThrow(() ->
                new IllegalArgumentException("--strategies must name strategies - was '" + name + "'"))).toList();
    }

    private static Instant time(String text) {
        if (text.matches("\\d{1,12}(\\.\\d{1,9})?")) {
            return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
        }
        return FeedTimes.parse(text, ZoneOffset.UTC).orElseThrow(() -> new IllegalArgumentException(
                "--at must be ISO 8601 such as 2026-05-01T12:00:00Z, or seconds since 1970 - was '" + text + "'"));
    }
}
