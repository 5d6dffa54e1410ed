package dev.inlay.server.recommendation;

import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.Source.Manner;
import dev.inlay.server.recommendation.rule.Broken;
import dev.inlay.server.recommendation.rule.Chosen;
import dev.inlay.server.recommendation.rule.Rule;
import dev.inlay.server.recommendation.rule.VariantGroups;
import dev.inlay.server.recommendation.strategy.Candidate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The picks of one question as they come together. A candidate that breaks a rule is dropped; one that would be too
 * many of its kind is set aside, for the case that nothing else fills its slot.
 *
 * <p>The work is bounded: of one source at most {@value #LOOKED_AT} candidates are looked at, and two for each slot set
 * aside, then it counts as dry. Only {@link #fillUp} has no such bound: what it is given passes the filter and is
 * in stock, so that it soon finds enough, or there is not more.
 */
final class Slate {
    static final int LOOKED_AT = 2_000;

    /** A candidate that would be too many of its kind. */
    private record Aside(Candidate candidate, Source source) { }

    private final Question question;
    private final Chosen chosen;
    private final VariantGroups groups;
    private final Set<String> own;
    private final List<Rule> diversity;
    private final List<Pick> picks = new ArrayList<>();
    private final List<Aside> asides = new ArrayList<>();
    private final DroppedList dropped = new DroppedList();

    /** @param own what the shopper touched lately enough to be reminded of it */
    Slate(Question question, Chosen chosen, VariantGroups groups, Set<String> own) {
        this.question = question;
        this.chosen = chosen;
        this.groups = groups;
        this.own = own;
        this.diversity = question.rules().diversity().rules(chosen);
        question.kept().forEach(pick -> question.catalogue().find(pick.productNumber())
                .ifPresentOrElse(chosen::add, () -> chosen.addGone(pick.productNumber())));
    }

    boolean isFull() {
        return picks.size() >= question.count();
    }

    /** Takes candidates in their order while there is room; where there is none, they are not even looked for. */
    void offer(Supplier<Stream<Candidate>> candidates, Source source) {
        if (hasRoom(source)) {
            int enough = asides.size() + 2 * question.count();
            Iterator<Candidate> offered = candidates.get().limit(LOOKED_AT).iterator();
            while (hasRoom(source) && asides.size() < enough && offered.hasNext()) {
                Candidate candidate = offered.next();
                if (!consider(candidate, source, diversity)) {
                    asides.add(new Aside(candidate, source));
                }
            }
        }
    }

    /** Takes those of all {@code candidates} that keep the limits of {@code wanted}. */
    void fillUp(Supplier<Stream<Candidate>> candidates, Source source, Diversity wanted) {
        if (hasRoom(source)) {
            List<Rule> limits = wanted.rules(chosen);
            Iterator<Candidate> offered = candidates.get().iterator();
            while (hasRoom(source) && offered.hasNext()) {
                consider(offered.next(), source, limits);
            }
        }
    }

    /** Takes, of what was set aside, what keeps the limits of {@code wanted}. */
    void offerAsides(Diversity wanted) {
        List<Rule> limits = wanted.rules(chosen);
        asides.stream().filter(aside -> hasRoom(aside.source()))
                .forEach(aside -> consider(aside.candidate(), aside.source(), limits));
    }

    Recommendation recommendation() {
        return new Recommendation(picks, dropped.without(chosen));
    }

    private boolean hasRoom(Source source) {
        return !isFull() && source.hasMore();
    }

    /** Takes or drops {@code candidate}; whether it was settled, which it is not if it only breaks {@code limits}. */
    private boolean consider(Candidate candidate, Source source, List<Rule> limits) {
        Optional<Product> known = question.catalogue().find(candidate.productNumber());
        if (known.isEmpty()) {
            dropped.add(candidate.productNumber(), Broken.REMOVED);
            return true;
        }
        Product product = known.get();
        boolean named = isNamed(product, source);
        List<Product> fitting = standIns(product, named, source).stream()
                .filter(one -> Rule.firstBroken(source.rules(), one).isEmpty()).toList();
        Optional<Product> best = fitting.stream()
                .filter(one -> named || Rule.firstBroken(limits, one).isEmpty()).findFirst();
        best.ifPresent(one -> take(one, candidate, source));
        drop(product, source.rules());
        fitting.stream().filter(one -> best.isEmpty()).findFirst().ifPresent(one -> drop(one, limits));
        return best.isPresent() || fitting.isEmpty();
    }

    private boolean isNamed(Product product, Source source) {
        return source.manner() == Manner.NAMED
                || source.manner() == Manner.OWN && own.contains(product.productNumber());
    }

    /** What may be shown for {@code product}, the best for this shopper first. */
    private List<Product> standIns(Product product, boolean named, Source source) {
        boolean itself = named || source.manner() == Manner.ITSELF || question.rules().variantsToo()
                || chosen.variantOf(product).isPresent();
        return itself ? List.of(product) : groups.bestFirst(product);
    }

    private void take(Product product, Candidate candidate, Source source) {
        picks.add(new Pick(product.productNumber(), source.strategy(), candidate.score(), candidate.parts(),
                candidate.becauseOf()));
        chosen.add(product);
        source.take();
    }

    private void drop(Product product, List<Rule> rules) {
        Rule.firstBroken(rules, product).ifPresent(broken -> dropped.add(product.productNumber(), broken));
    }
}
