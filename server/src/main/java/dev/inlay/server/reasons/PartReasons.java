package dev.inlay.server.reasons;

import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Product;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a product was picked whose score has parts: what weighs most comes first. */
public record PartReasons(Scene scene) {
    private static final String HISTORY = "history";
    private static final String NEIGHBOURS = "neighbours";

    /** What the part {@code name} of a score is called beside its number. */
    public static String nameOf(String name) {
        return switch (name) {
            case HISTORY -> "Own history";
            case NEIGHBOURS -> "Similar shoppers";
            case "bestsellers" -> "Bestsellers";
            default -> Words.capitalised(Words.spaced(name));
        };
    }

    /** The parts of {@code pick}, the weightiest first. */
    public static List<String> weightiestFirst(Pick pick) {
        return pick.parts().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Double> part) -> -part.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).toList();
    }

    String of(Pick pick) {
        List<String> parts = weightiestFirst(pick).stream().filter(part -> pick.parts().get(part) != 0).toList();
        return Words.capitalised(parts.isEmpty() ? withoutParts(pick)
                : parts.stream().map(part -> sentence(part, pick)).collect(Collectors.joining("; ")));
    }

    /** {@code Bestseller in Shoes} where the category weighs most, else of the brand or the shop. */
    String bestseller(Pick pick) {
        return Words.capitalised(weightiestFirst(pick).stream().map(part -> sentence(part, pick))
                .filter(sentence -> sentence.startsWith("bestseller")).findFirst().orElse("bestseller of the shop"));
    }

    /** {@code shoppers who looked at Tent and Stove also look at this}. */
    String neighbours(Pick pick) {
        List<String> others = pick.becauseOf().stream()
                .filter(number -> !number.equals(pick.productNumber())).toList();
        return others.isEmpty() ? "shoppers with similar visits look at this"
                : "shoppers who looked at " + scene.names(others) + " also look at this";
    }

    private String sentence(String part, Pick pick) {
        return switch (part) {
            case HISTORY -> own(pick);
            case NEIGHBOURS -> neighbours(pick);
            case "bestsellers", "shop" -> "bestseller of the shop";
            case "category" -> "bestseller"
                    + product(pick).flatMap(Catalogued::category).map(" in "::concat).orElse("");
            case "brand" -> "bestseller" + product(pick).flatMap(Catalogued::brand).map(" of "::concat).orElse("");
            default -> Words.spaced(part);
        };
    }

    private String own(Pick pick) {
        return new OwnActs(scene).latest(pick.productNumber()).map(Words::uncapitalised)
                .orElse("looked at or bought before");
    }

    private String withoutParts(Pick pick) {
        return pick.becauseOf().contains(pick.productNumber()) ? own(pick) : neighbours(pick);
    }

    private Optional<Product> product(Pick pick) {
        return scene.catalogue().find(pick.productNumber());
    }
}
