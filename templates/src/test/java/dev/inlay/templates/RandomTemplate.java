package dev.inlay.templates;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Templates with live parts anywhere, products, styles and live values, all from one seed. */
final class RandomTemplate {
    private static final List<String> TEXTS = List.of("Hi {{firstName}}!", "{{firstName|upper}}, {{title}}",
            "{{daysLeft}} d {{hoursLeft}} h {{minutesLeft}} min", "{{price|money}} for {{firstName}}", "{{minutesLeft}}");
    private static final List<String> CONDITIONS = List.of("running", "ended", "not ended", "firstName", "not firstName",
            "[running, inStock]", "daysLeft");
    private static final List<String> NAMES =
            List.of("Anna", "Łukasz", "ענת", "Jean-Baptiste Emmanuel Zorg", "x", "Ὀδυσσεύς", "  ", "fjjf");
    private static final List<String> LOCALES = List.of("en-US", "de-DE", "he-IL", "ar-EG", "fi-FI");

    private final Random random;
    private final int density;
    private final int width;
    private final int height;

    RandomTemplate(long seed) {
        this.random = new Random(seed);
        this.density = 1 + random.nextInt(3);
        this.width = 60 + random.nextInt(140);
        this.height = 60 + random.nextInt(140);
    }

    String yaml(String colour) {
        StringBuilder yaml = new StringBuilder("""
                canvas: {width: %d, height: %d, density: %d, colour: %s, background: "%s"}
                nodes:
                """.formatted(width, height, density, colour, colour()));
        int nodes = 3 + random.nextInt(6);
        for (int i = 0; i < nodes; i++) {
            yaml.append("  - ").append(random.nextBoolean() ? unit() : still()).append('\n');
        }
        yaml.append("  - ").append(unit()).append('\n');
        return yaml.append("neutral: []\n").toString();
    }

    TileProduct product() {
        Optional<BigDecimal> price = maybe(() -> BigDecimal.valueOf(random.nextInt(100_000), 2));
        return new TileProduct("Lamp number " + random.nextInt(1000), maybe(() -> "Lumen"), price,
                price.map(BigDecimal.TEN::add), 20, random.nextBoolean(), Map.of());
    }

    TileStyle style() {
        return Samples.style("EUR", pick(LOCALES));
    }

    LiveValues live() {
        return new LiveValues(maybe(() -> pick(NAMES)),
                maybe(() -> Duration.ofSeconds(random.nextInt(-3000, 400_000))));
    }

    private String still() {
        return switch (random.nextInt(5)) {
            case 0 -> "photo: {%s, padding: 2, radius: %d}".formatted(box(), random.nextInt(9));
            case 1 -> "rect: {%s, background: \"%s\", border: \"#888\", radius: %d}".formatted(box(), colour(),
                    random.nextInt(9));
            case 2 -> "badge: {value: \"{{title}}\", left: %d, top: %d, background: \"%s\"}".formatted(
                    random.nextInt(20), random.nextInt(60), colour());
            case 3 -> "line: {%s, colour: \"%s\"}".formatted(box(), colour());
            default -> "text: {value: \"{{brand}} {{title}}\", maxLines: 3, size: 12, %s, colour: \"%s\"}"
                    .formatted(box(), colour());
        };
    }

    /** A live node, a row or column with one, or layers around live nodes. */
    private String unit() {
        return switch (random.nextInt(6)) {
            case 0 -> "group: {%s, direction: %s, gap: 2, background: \"%s\", nodes: [{%s}, {%s}, {%s}]}".formatted(
                    rows(), pick(List.of("row", "column")), colour(), node(""), "rect: {width: 9, height: 7, "
                    + "background: \"" + colour() + "\"}", node(""));
            case 1 -> "group: {%s, direction: layers, padding: [1, 2.5, 3, 4], nodes: [{%s}, {%s}, {%s}]}".formatted(
                    pick(List.of("top: 0, bottom: 0", "left: 4, top: 3, height: 55")), node(rows()), still(),
                    node(rows()));
            case 2 -> "rect: {%s, when: %s, background: \"%s\", radius: 3}".formatted(rows(),
                    pick(CONDITIONS), colour() + "80");
            default -> node(rows());
        };
    }

    private String node(String place) {
        String kind = random.nextBoolean() ? "text: {" : "badge: {background: \"" + colour() + "\", ";
        String at = place.isEmpty() ? "" : place + ", ";
        String when = random.nextInt(3) == 0 ? ", when: " + pick(CONDITIONS) : "";
        return kind + at + "value: \"" + pick(TEXTS) + "\", maxLines: 2, size: " + (8 + random.nextInt(20))
                + ", colour: \"" + colour() + "\"" + when + "}";
    }

    /** Rows at the top, at the bottom or between, on and off whole pixels; any columns. */
    private String rows() {
        String columns = pick(List.of("", "left: 3, ", "right: 5.4, ", "left: 10, width: 40, ", "left: 4, right: 9, "));
        int high = 1 + random.nextInt(30);
        return columns + switch (random.nextInt(5)) {
            case 0 -> "top: 0, height: " + high;
            case 1 -> "bottom: 0, height: " + high;
            case 2 -> "top: %d.3, bottom: %d".formatted(random.nextInt(25), random.nextInt(25));
            case 3 -> "top: %d, height: %d.5".formatted(random.nextInt(20), high);
            default -> "bottom: %d.7, height: %d".formatted(random.nextInt(20), high);
        };
    }

    private String box() {
        return "left: %d, top: %d, width: %d, height: %d".formatted(random.nextInt(40), random.nextInt(40),
                10 + random.nextInt(width), 10 + random.nextInt(height));
    }

    private String colour() {
        return String.format(Locale.ROOT, "#%06x", random.nextInt(1 << 24));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
    }
}
