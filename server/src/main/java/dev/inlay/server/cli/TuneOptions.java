package dev.inlay.server.cli;

import dev.inlay.server.evaluation.MailMeasurement;
import dev.inlay.server.evaluation.Trial;
import dev.inlay.server.http.Json;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Whether better numbers of picking are looked for, and what is said of them. */
final class TuneOptions {
    @Option(names = "--tune", description = {"Looks for better numbers of picking on the days before --from,",
            "then measures them and those of now from --from to --to."})
    private boolean tune;

    @Option(names = "--trials", paramLabel = "N", defaultValue = "40", description = "How many numbers are tried; 40.")
    private int trials;

    boolean isWanted() {
        return tune;
    }

    int trials() {
        return trials;
    }

    /** Prints a line for each trial. */
    static Consumer<Trial> progress() {
        int[] number = {0};
        return trial -> System.err.printf(Locale.ROOT, "trial %d: MRR@20 %.4f with %s%n", ++number[0], trial.score(),
                Json.mapper().valueToTree(trial.values()));
    }

    /** What the operator may do about {@code tuned} on the website {@code uuid}. */
    static String advice(MailMeasurement.Tuned tuned, String uuid) {
        if (tuned.best().score() <= tuned.standard().score()) {
            return "Nothing better than the numbers of now was found: leave them.";
        }
        return String.format(Locale.ROOT, """
                On the days before, MRR@20 was %.4f with the numbers of now and %.4f with others. If "tuned" is better
                above, too, and no note says that no difference can be told, set them:
                PATCH /api/websites/%s {"picking":%s}""", tuned.standard().score(), tuned.best().score(), uuid,
                Json.mapper().valueToTree(tuned.best().values()));
    }
}
