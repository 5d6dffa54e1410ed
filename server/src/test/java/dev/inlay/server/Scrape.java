package dev.inlay.server;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /metrics} said at one time. */
public record Scrape(String text) {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    public static Scrape of(ServerProcess server) throws Exception {
        HttpResponse<byte[]> answer = server.admin().open("/metrics");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("/metrics answered " + answer.statusCode());
        }
        return new Scrape(new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** The names of all samples. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        SAMPLE.matcher(text).results().forEach(sample -> names.add(sample.group(1)));
        return names;
    }

    /** The values of all labels. */
    Set<String> labelValues() {
        Set<String> values = new TreeSet<>();
        SAMPLE.matcher(text).results().filter(sample -> sample.group(2) != null)
                .forEach(sample -> labels(sample.group(2)).values().forEach(values::add));
        return values;
    }

    /** The sum of all samples {@code name} that carry {@code labels} (name, value, name, value, ...). */
    public double sum(String name, String... labels) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        return SAMPLE.matcher(text).results().filter(sample -> sample.group(1).equals(name))
                .filter(sample -> sample.group(2) == null ? wanted.isEmpty()
                        : labels(sample.group(2)).entrySet().containsAll(wanted.entrySet()))
                .mapToDouble(sample -> Double.parseDouble(sample.group(3))).sum();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher matcher = LABEL.matcher(text);
        while (matcher.find()) {
            labels.put(matcher.group(1), matcher.group(2));
        }
        return labels;
    }
}
