package dev.inlay.server.cli;

import dev.inlay.server.evaluation.Cuts;
import dev.inlay.server.evaluation.MailMeasurement;
import dev.inlay.server.evaluation.QueryAnswers;
import dev.inlay.server.evaluation.Report;
import dev.inlay.server.evaluation.ReportJson;
import dev.inlay.server.evaluation.ReportText;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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
        "With --from and --to it plays the past and takes everybody to open a mail at each cut: how much of what they",
        "did next would have been in it? With --queries and --out it answers questions from a file: JSON lines such as",
        "{\"q\":\"1\",\"t\":1777636800,\"events\":[{\"item\":\"W-1\",\"type\":\"view\",\"t\":1777633200}]}"})
final class EvaluateCommand implements Callable<Integer> {
    private final Path folder;
    private final Map<String, String> environment;

    @Option(names = "--website", paramLabel = "UUID", description = "The website; not needed if there is only one.")
    private Optional<String> website = Optional.empty();

    @Option(names = "--url", paramLabel = "URL",
            description = "A server elsewhere, with a key of scope read in INLAY_API_KEY.")
    private Optional<String> url = Optional.empty();

    @Option(names = "--queries", paramLabel = "FILE", description = "Questions to answer.")
    private Optional<Path> queries = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the answers go.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--at", paramLabel = "TIME", converter = EvaluationTimes.Moment.class,
            description = "What happened later counts for no answer: ISO 8601, or seconds since 1970.")
    private Optional<Instant> at = Optional.empty();

    @Option(names = "--count", paramLabel = "N", defaultValue = "20", description = "How many products an answer has.")
    private int count;

    @Mixin
    private CutOptions cuts;

    @Option(names = "--strategies", paramLabel = "NAME", split = ",", defaultValue = "for_you",
            description = "The chain that is measured; bestsellers fill it up.")
    private List<String> strategies;

    @Option(names = "--json", description = "Prints the figures as JSON.")
    private boolean json;

    @Mixin
    private RuleOptions rules;

    @Mixin
    private TuneOptions tuning;

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
            if (cuts.isGiven() == (queries.isPresent() && out.isPresent())) {
                throw new IllegalArgumentException("give --queries and --out, or --from and --to");
            }
            String uuid = website.orElseGet(() -> ImportActivityCommand.onlyWebsite(node));
            if (cuts.isGiven()) {
                measure(node, uuid, cuts.cuts());
            } else {
                answer(node, uuid, queries.orElseThrow(), out.orElseThrow());
            }
            return 0;
        } catch (NodeClient.Failure | IllegalArgumentException e) {
            System.err.println("inlay: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("inlay: a file cannot be read or written: " + e.getMessage());
            return 1;
        }
    }

    private void answer(NodeClient node, String uuid, Path from, Path to) throws IOException {
        List<StrategyType> chain = chain();
        ShopPast past = ShopPast.read(node, uuid, at);
        QueryAnswers.Answered answered = new QueryAnswers(past.touches(), past.catalogue(), rules.switches(),
                past.numbers()).answer(from, to, chain, count);
        System.out.printf(Locale.ROOT, "%,d questions answered from %,d events; a pick took %.0f microseconds%n",
                answered.questions(), past.touches().size(),
                answered.nanos() / 1e3 / Math.max(1, answered.questions()));
    }

    private void measure(NodeClient node, String uuid, Cuts wanted) {
        List<StrategyType> chain = chain();
        ShopPast past = ShopPast.read(node, uuid, Optional.of(wanted.end()));
        MailMeasurement measurement =
                new MailMeasurement(past.touches(), past.catalogue(), rules.switches(), past.numbers());
        if (tuning.isWanted()) {
            MailMeasurement.Tuned tuned = measurement.tune(wanted, chain, tuning.trials(), TuneOptions.progress());
            print(tuned.report());
            (json ? System.err : System.out).println(TuneOptions.advice(tuned, uuid));
        } else {
            print(measurement.measure(wanted, chain,
                    asked -> System.err.printf(Locale.ROOT, "%,d people asked%n", asked)));
        }
    }

    private void print(Report report) {
        if (report.figures().isEmpty()) {
            throw new IllegalArgumentException("nobody did anything within the horizon of any cut");
        }
        if (json) {
            System.out.println(ReportJson.write(report).toPrettyString());
        } else {
            ReportText.lines(report).forEach(System.out::println);
        }
    }

    private List<StrategyType> chain() {
        return strategies.stream().map(name -> StrategyType.parse(name).orElseThrow(() ->
                new IllegalArgumentException("--strategies must name strategies - was '" + name + "'"))).toList();
    }
}
