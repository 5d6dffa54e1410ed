package dev.inlay.server.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a report as a table for people. */
public final class ReportText {
    private static final String HEAD = "%-14s %16s %16s %16s %16s %16s %9s";

    private ReportText() {
    }

    /** The lines of {@code report}, at most 120 characters each. */
    public static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD.formatted("", "HR@1", "HR@3", "HR@6", "HR@20", "MRR@20", "coverage"));
        report.figures().forEach((subset, methods) -> {
            Figures any = methods.values().iterator().next();
            lines.add(String.format(Locale.ROOT, "%s: %,d questions, %,d people", subset.title(), any.questions(),
                    any.persons()));
            methods.forEach((name, figures) -> lines.add(row(name, figures)));
        });
        if (!report.shares().isEmpty()) {
            lines.add("the first six products of people with a history come from: " + shares(report.shares()));
        }
        report.warnings().forEach(warning -> lines.add("note: " + warning));
        return lines;
    }

    private static String row(String name, Figures figures) {
        return HEAD.formatted("  " + name, estimate(figures.hits().get(0)), estimate(figures.hits().get(1)),
                estimate(figures.hits().get(2)), estimate(figures.hits().get(3)), estimate(figures.mrr()),
                String.format(Locale.ROOT, "%.3f", figures.coverage()));
    }

    private static String estimate(Estimate estimate) {
        return share(estimate.value()) + " (" + share(estimate.low()) + "-" + share(estimate.high()) + ")";
    }

    /** Four characters, such as {@code .352} and {@code 1.00}. */
    private static String share(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.startsWith("0") ? text.substring(1) : text.substring(0, 4);
    }

    private static String shares(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(share -> String.format(Locale.ROOT, "%s %.0f %%", share.getKey(), 100 * share.getValue()))
                .collect(Collectors.joining(", "));
    }
}
