package dev.inlay.server.recommendation;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.rule.ProductMatcher;
import dev.inlay.server.recommendation.strategy.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The picks of one question as they come together, and the rules that each of them keeps. */
final class Slate {
    private static final int DROPPED_TOLD = 200;

    /** What is asked of the candidates of a step. */
    record Terms(List<ProductMatcher> filters, boolean soldOutToo, boolean boughtToo) { }

    private final Question question;
    private final Set<String> excluded;
    private final Set<String> bought = new HashSet<>();
    private final Set<String> products = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final List<Pick> picks = new ArrayList<>();
    private final Map<String, String> dropped = new HashMap<>();
    private final List<String> droppedInOrder = new ArrayList<>();

    Slate(Question question, Shopper shopper) {
        this.question = question;
        this.excluded = Set.copyOf(question.rules().lists().excluded());
        Duration barred = Duration.ofDays(question.rules().excludeBoughtDays());
        Instant since = question.now().minus(barred);
        shopper.products(touch -> touch.type() == EventType.PURCHASE && !barred.isZero() && touch.time().isAfter(since))
                .forEach(number -> bought.add(group(number)));
        question.kept().forEach(pick -> take(pick.productNumber()));
    }

    boolean isFull() {
        return picks.size() >= question.count();
    }

    /** Takes up to {@code max} of {@code candidates}, in their order, while there is room. */
    void offer(Stream<Candidate> candidates, String strategy, int max, Terms terms) {
        int taken = 0;
        for (Iterator<Candidate> offered = candidates.iterator(); !isFull() && taken < max && offered.hasNext();) {
            Candidate candidate = offered.next();
            Optional<String> broken = brokenRule(candidate.productNumber(), terms);
            if (broken.isPresent()) {
                drop(candidate.productNumber(), broken.get());
            } else {
                take(candidate.productNumber());
                picks.add(new Pick(candidate.productNumber(), strategy, candidate.score(), candidate.parts(),
                        candidate.becauseOf()));
                taken++;
            }
        }
    }

    Recommendation recommendation() {
        return new Recommendation(picks, droppedInOrder.stream().filter(number -> !products.contains(number))
                .map(number -> new Dropped(number, dropped.get(number), "")).limit(DROPPED_TOLD).toList());
    }

    private Optional<String> brokenRule(String number, Terms terms) {
        if (excluded.contains(number)) {
            return Optional.of("excluded");
        }
        if (products.contains(number)) {
            return Optional.of("duplicate");
        }
        Optional<Product> known = question.catalogue().find(number);
        if (known.isEmpty() || !question.catalogue().isShowable(known.get(), question.now())) {
            return Optional.of("showable");
        }
        Product product = known.get();
        if (!product.inStock() && !terms.soldOutToo()) {
            return Optional.of("inStock");
        }
        if (!terms.filters().stream().allMatch(filter -> filter.matches(product))) {
            return Optional.of("filter");
        }
        if (!terms.boughtToo() && bought.contains(product.variantGroup())) {
            return Optional.of("bought");
        }
        boolean sibling = groups.contains(product.variantGroup()) && !question.rules().variantsToo();
        return sibling ? Optional.of("variant") : Optional.empty();
    }

    private void take(String number) {
        products.add(number);
        groups.add(group(number));
    }

    private void drop(String number, String rule) {
        if (droppedInOrder.size() < 10 * DROPPED_TOLD && dropped.putIfAbsent(number, rule) == null) {
            droppedInOrder.add(number);
        }
    }

    private String group(String number) {
        return question.catalogue().find(number).map(Product::variantGroup).orElse("#" + number);
    }
}
