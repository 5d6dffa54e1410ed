package dev.inlay.templates.design;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of one mapping, read by name and checked. A key that nobody knows is refused at once. */
final class Keys {
    /** Keys that old templates have; each is read wherever the key beside it is. */
    private static final Map<String, String> FORMER = Map.of("minSize", "size");

    private final Yaml.Mapping mapping;
    private final String of;

    Keys(Yaml yaml, String of, List<String> known) {
        this.mapping = yaml.mapping(of);
        this.of = of;
        mapping.keys().forEach((key, spot) -> {
            if (!known.contains(FORMER.getOrDefault(key, key))) {
                throw spot.unknownKey(key, of, known);
            }
        });
    }

    Optional<Yaml> find(String key) {
        return Optional.ofNullable(mapping.entries().get(key));
    }

    Yaml required(String key) {
        return find(key).orElseThrow(() -> mapping.spot().error(of + " must have '" + key + "'"));
    }

    int whole(String key, int least, int most, int fallback) {
        return find(key).map(yaml -> whole(yaml, key, least, most)).orElse(fallback);
    }

    int requiredWhole(String key, int least, int most) {
        return whole(required(key), key, least, most);
    }

    OptionalDouble number(String key, double least, double most) {
        return find(key).map(yaml -> OptionalDouble.of(number(yaml, key, least, most)))
                .orElse(OptionalDouble.empty());
    }

    double number(String key, double least, double most, double fallback) {
        return number(key, least, most).orElse(fallback);
    }

    boolean flag(String key, boolean fallback) {
        return find(key).map(yaml -> switch (yaml.text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw yaml.spot().error(key + " must be true or false", yaml.text(key));
        }).orElse(fallback);
    }

    /** One of the lower-case names of an enumeration. */
    <E extends Enum<E>> E choice(String key, E[] choices, E fallback) {
        return find(key).map(yaml -> choice(yaml, key, choices)).orElse(fallback);
    }

    private static <E extends Enum<E>> E choice(Yaml yaml, String key, E[] choices) {
        String text = yaml.text(key);
        List<String> names = Arrays.stream(choices).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
        if (!names.contains(text)) {
            throw yaml.spot().unknown(key, text, names);
        }
        return choices[names.indexOf(text)];
    }

    static double number(Yaml yaml, String key, double least, double most) {
        String text = yaml.text(key);
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw yaml.spot().error(key + " must be " + shown(least) + " to " + shown(most), text);
    }

    private static int whole(Yaml yaml, String key, int least, int most) {
        double number = number(yaml, key, least, most);
        if (number != Math.rint(number)) {
            throw yaml.spot().error(key + " must be a whole number", yaml.text(key));
        }
        return (int) number;
    }

    private static String shown(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }
}
