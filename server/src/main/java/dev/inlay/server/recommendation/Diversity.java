package dev.inlay.server.recommendation;

import dev.inlay.server.recommendation.rule.Chosen;
import dev.inlay.server.recommendation.rule.FewOfBrand;
import dev.inlay.server.recommendation.rule.FewOfCategory;
import dev.inlay.server.recommendation.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many products of a kind one recipient may be shown beside each other, as long as there are others.
 *
 * <p>A limit gives way only where the filter or the shop leaves no other choice: any product of another kind comes
 * before one too many, a bestseller too. Of those that are too many, the ones that suit the shopper come first. What
 * the operator named and what the shopper himself touched is shown whatever the limits say, and counts for the others.
 *
 * @param maxPerCategory of one category (the first path of a product, to its last level); 0 = any number
 * @param maxPerBrand of one brand; 0 = any number
 */
public record Diversity(int maxPerCategory, int maxPerBrand) {
    /** Any number of all. */
    public static final Diversity OFF = new Diversity(0, 0);
    /** What campaigns have unless they say otherwise. */
    public static final Diversity OF_CAMPAIGNS = new Diversity(2, 2);

    /** What is asked where too few products keep all limits: brands give way first, then categories, then both. */
    List<Diversity> relaxed() {
        return Stream.of(new Diversity(maxPerCategory, 0), new Diversity(0, maxPerBrand), OFF)
                .filter(less -> !less.equals(this)).distinct().toList();
    }

    List<Rule> rules(Chosen chosen) {
        List<Rule> rules = new ArrayList<>();
        if (maxPerCategory > 0) {
            rules.add(new FewOfCategory(chosen, maxPerCategory));
        }
        if (maxPerBrand > 0) {
            rules.add(new FewOfBrand(chosen, maxPerBrand));
        }
        return rules;
    }
}
