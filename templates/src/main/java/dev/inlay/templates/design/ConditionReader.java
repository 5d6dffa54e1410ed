package dev.inlay.templates.design;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code when}: a name, {@code not} and a name, or a name compared with a number or a text in quotes. */
final class ConditionReader {
    private static final Pattern COMPARED = Pattern.compile("([^=<>!]+?)\\s*([=<>!]+)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
    private final BiFunction<Spot, String, String> known;

    /** {@code known} refuses names that stand for nothing. */
    ConditionReader(BiFunction<Spot, String, String> known) {
        this.known = known;
    }

    Condition read(Yaml yaml) {
        List<Yaml> terms = yaml instanceof Yaml.Sequence sequence ? sequence.items() : List.of(yaml);
        return new Condition(terms.stream().map(this::term).toList());
    }

    private Condition.Term term(Yaml yaml) {
        String text = yaml.text("when").strip();
        Matcher compared = COMPARED.matcher(text);
        if (compared.matches()) {
            return compared(yaml.spot(), compared.group(1), compared.group(2), compared.group(3));
        }
        boolean negated = text.startsWith("not ");
        String name = known.apply(yaml.spot(), negated ? text.substring(4).strip() : text);
        return new Condition.Term.There(name, negated);
    }

    private Condition.Term compared(Spot spot, String left, String sign, String right) {
        if (left.startsWith("not ")) {
            throw spot.error("'not' stands before a name alone: turn the comparison round", left + " " + sign);
        }
        String name = known.apply(spot, left);
        Condition.Comparison comparison = comparison(spot, sign);
        if (NUMBER.matcher(right).matches()) {
            return new Condition.Term.OfNumber(name, comparison, new BigDecimal(right));
        }
        Matcher quoted = QUOTED.matcher(right);
        if (!quoted.matches()) {
            throw spot.error("when compares with a number or with a text in quotes", right);
        }
        return new Condition.Term.OfText(name, unequal(spot, comparison),
                quoted.group(1) != null ? quoted.group(1) : quoted.group(2));
    }

    private static Condition.Comparison comparison(Spot spot, String sign) {
        return Arrays.stream(Condition.Comparison.values()).filter(each -> each.sign().equals(sign)).findFirst()
                .orElseThrow(() -> spot.error("when compares with =, !=, <, <=, > or >=", sign));
    }

    private static boolean unequal(Spot spot, Condition.Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> false;
            case UNEQUAL -> true;
            default -> throw spot.error("a text is compared with = or != only", comparison.sign());
        };
    }
}
