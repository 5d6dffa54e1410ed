package dev.inlay.server.recommendation;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.rule.Bought;
import dev.inlay.server.recommendation.rule.Chosen;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.rule.Rule;
import dev.inlay.server.recommendation.rule.VariantGroups;
import dev.inlay.server.recommendation.strategy.Candidate;
import dev.inlay.server.recommendation.strategy.Situation;
import dev.inlay.server.recommendation.strategy.Strategies;
import dev.inlay.server.recommendation.strategy.Strategy;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The candidates of one question. Strategies that go through the whole shop go through what passes the filters instead
 * where that is little: a filter of three products costs no look at all the others.
 */
final class Finder {
    private static final Set<StrategyType> THROUGH_THE_SHOP = EnumSet.of(StrategyType.BESTSELLERS,
            StrategyType.TRENDING, StrategyType.NEW_IN, StrategyType.OFFERS, StrategyType.RANDOM);
    /** So many products are ranked anew for each question. */
    private static final int RANKED = 5_000;
    private static final int TOLD_WHEN_SHORT = 200;

    private final Question question;
    private final Stocks stocks;
    private final Shopper shopper;
    private final Situation situation;
    private final VariantGroups groups;
    private final Chosen chosen;

    Finder(Question question, Stocks stocks) {
        PickRules rules = question.rules();
        this.question = question;
        this.stocks = stocks;
        this.shopper = Shopper.of(question.history(), question.catalogue());
        this.situation = new Situation(shopper, question.catalogue(), question.index(), question.now(),
                rules.remindedSince(question.now()), question.seed(), rules.filter().productNumbers(),
                question.relatedTo(), question.offers(), question.parameters());
        this.groups = new VariantGroups(question.catalogue(), shopper.products(touch -> true), question.now());
        this.chosen = new Chosen(groups);
    }

    boolean knowsNothing() {
        return shopper.isEmpty();
    }

    Sources sources() {
        return new Sources(question, chosen, new Bought(bought(), groups));
    }

    Slate slate() {
        Set<String> own = new HashSet<>(shopper.cart());
        own.addAll(shopper.products(touch -> touch.time().isAfter(situation.remindedSince())));
        return new Slate(question, chosen, groups, own);
    }

    Stream<Candidate> candidates(StrategyStep step) {
        return candidates(step.type(), step.strategy(), step.filter());
    }

    Stream<Candidate> bestsellers() {
        return candidates(StrategyType.BESTSELLERS, Strategies.of(StrategyType.BESTSELLERS), ProductFilter.NONE);
    }

    /** Everything that passes the campaign's filter, but for kinds of which {@code wanted} has enough; latest first. */
    Stream<Candidate> anything(Diversity wanted) {
        Stock stock = stocks.of(question.catalogue(), question.rules().filter(), question.now());
        List<Rule> limits = wanted.rules(chosen);
        return inOrder(limits.isEmpty() ? stock.newestFirst()
                : stock.newestFirst(product -> Rule.firstBroken(limits, product).isEmpty()));
    }

    /** Some products of the shop, so that an explanation tells why they are not shown. */
    Stream<Candidate> whatIsNotShown() {
        return inOrder(question.catalogue().products().stream().limit(TOLD_WHEN_SHORT));
    }

    private Stream<Candidate> candidates(StrategyType type, Strategy strategy, ProductFilter filter) {
        Optional<Catalogue> narrow = THROUGH_THE_SHOP.contains(type) ? narrow(filter) : Optional.empty();
        return narrow.map(part -> type == StrategyType.BESTSELLERS && part.products().size() <= RANKED
                        ? bestsellers(part) : candidates(strategy, filter, part))
                .orElseGet(() -> strategy.candidates(situation, filter.productNumbers()));
    }

    private Stream<Candidate> candidates(Strategy strategy, ProductFilter filter, Catalogue part) {
        return strategy.candidates(situation.within(part), filter.productNumbers())
                .filter(one -> part.find(one.productNumber()).isPresent());
    }

    /** What is asked for most in {@code part}, scored by how much that is beside the best of it. */
    private Stream<Candidate> bestsellers(Catalogue part) {
        Map<String, Double> levels = new HashMap<>();
        part.products().forEach(product -> levels.put(product.productNumber(),
                question.index().level(product.productNumber())));
        double best = levels.values().stream().max(Comparator.naturalOrder()).orElse(0.0);
        return levels.entrySet().stream().filter(product -> product.getValue() > Double.NEGATIVE_INFINITY)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(product -> new Candidate(product.getKey(), Math.pow(2, product.getValue() - best), Map.of(),
                        List.of()));
    }

    private Optional<Catalogue> narrow(ProductFilter step) {
        ProductFilter campaign = question.rules().filter();
        return campaign.equals(ProductFilter.NONE) && step.equals(ProductFilter.NONE) ? Optional.empty()
                : stocks.of(question.catalogue(), campaign, step, question.now()).narrow();
    }

    private Map<String, Instant> bought() {
        Duration barred = Duration.ofDays(question.rules().excludeBoughtDays());
        Instant since = question.now().minus(barred);
        Map<String, Instant> times = new HashMap<>();
        shopper.touches().stream().filter(touch -> touch.type() == EventType.PURCHASE)
                .filter(touch -> !barred.isZero() && touch.time().isAfter(since))
                .forEach(touch -> question.catalogue().find(touch.product())
                        .ifPresent(product -> times.merge(groups.nameOf(product), touch.time(), Finder::later)));
        return times;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Stream<Candidate> inOrder(Stream<Product> products) {
        return products.map(product -> new Candidate(product.productNumber(), 0, Map.of(), List.of()));
    }
}
