package dev.inlay.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The published harness for picking, a program of Python; without it or Python the calling test is skipped. */
public final class Harness {
    private static final Pattern FIGURE = Pattern.compile("([A-Za-z_]+(?:@\\d+)?)=([0-9.]+)");

    private final Path program;

    private Harness(Path program) {
        this.program = program;
    }

    public static Harness find() throws InterruptedException {
        Path program = Shared.path("bench/recs-eval/rec_eval.py");
        try {
            Assumptions.assumeTrue(new ProcessBuilder("python3", "--version").start().waitFor() == 0,
                    "skipped: python3 does not run");
        } catch (IOException e) {
            Assumptions.abort("skipped: there is no python3");
        }
        return new Harness(program);
    }

    /** Makes {@code queries.jsonl} and {@code truth.jsonl} in {@code out} of the visits in {@code test}. */
    public void queries(Path train, Path test, Path out) throws IOException, InterruptedException {
        run("queries", train.toString(), test.toString(), "--out", out.toString());
    }

    /** The figures of {@code results} at 1, 3, 6 and 20 by their names, such as {@code HR@6}. */
    public Map<String, Double> score(Path truth, Path results, Path train, String... subset)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("score", truth.toString(), results.toString(), "--train",
                train.toString(), "-k", "1", "3", "6", "20"));
        if (subset.length > 0) {
            arguments.add("--subset");
            arguments.addAll(List.of(subset));
        }
        return FIGURE.matcher(run(arguments.toArray(String[]::new))).results()
                .collect(Collectors.toMap(figure -> figure.group(1), figure -> Double.valueOf(figure.group(2)),
                        (one, other) -> other));
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "-B", program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the harness ended: " + said);
        }
        return said;
    }
}
