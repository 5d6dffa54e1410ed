package dev.inlay.server.recommendation;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How each strategy finds its candidates, best first and before any rule.
 *
 * <p>{@code price_drop} and {@code back_in_stock} find nothing: they need a log of prices and stock that is not kept
 * yet.
 */
final class Strategies {
    private static final int RELATED = 200;

    private final Question question;
    private final Shopper shopper;
    private final ForYou forYou;

    Strategies(Question question, Shopper shopper) {
        this.question = question;
        this.shopper = shopper;
        this.forYou = new ForYou(shopper, question.index(), question.now());
    }

    List<Candidate> candidates(StrategyStep step) {
        return switch (step.type()) {
            case FOR_YOU -> forYou.candidates();
            case LAST_VIEWED -> inOrder(reminders(EventType.VIEW));
            case ABANDONED_CART -> inOrder(shopper.cart());
            case RELATED_TO_HISTORY -> relatedToHistory();
            case RELATED_TO_LAST_ORDER -> related(shopper.purchases().isEmpty() ? List.of() : shopper.lastOrder());
            case BOUGHT_TOGETHER -> boughtTogether();
            case BUY_AGAIN -> buyAgain();
            case BESTSELLERS -> bestsellers();
            case TRENDING -> question.index().trending(question.now());
            case NEW_IN -> newIn(question.catalogue(), question.index());
            case OFFERS -> offers(question.catalogue(), question.now());
            case RANDOM -> random();
            case FIXED_LIST -> inOrder(step.filter().productNumbers().isEmpty()
                    ? question.rules().filter().productNumbers() : step.filter().productNumbers());
            case PRICE_DROP, BACK_IN_STOCK -> List.of();
        };
    }

    List<Candidate> bestsellers() {
        return question.index().bestsellers(question.now());
    }

    /** Candidates in the order given, with falling scores. */
    static List<Candidate> inOrder(List<String> products) {
        return IntStream.range(0, products.size())
                .mapToObj(i -> Candidate.of(products.get(i), 1.0 / (i + 1))).toList();
    }

    /** Those with the latest date first, then those whom somebody touched lately for the first time, then by number. */
    static List<Candidate> newIn(Catalogue catalogue, SessionIndex index) {
        List<String> products = new ArrayList<>(catalogue.products().stream()
                .filter(product -> product.created() != null)
                .sorted(Comparator.comparing(Product::created).reversed().thenComparing(Product::productNumber))
                .map(Product::productNumber).toList());
        products.addAll(index.newestFirst());
        catalogue.products().forEach(product -> products.add(product.productNumber()));
        return inOrder(products.stream().distinct().toList());
    }

    private List<String> reminders(EventType type) {
        Instant oldest = question.now().minus(Shopper.REMINDED);
        return shopper.products(touch -> touch.type() == type && touch.time().isAfter(oldest));
    }

    private List<Candidate> relatedToHistory() {
        return question.relatedTo().isEmpty() ? unseen(forYou.neighbours(), shopper.products(touch -> true))
                : related(question.relatedTo());
    }

    private List<Candidate> related(List<String> products) {
        return unseen(question.index().neighbours(products, question.now(), RELATED), products);
    }

    private List<Candidate> boughtTogether() {
        List<String> products = !question.relatedTo().isEmpty() ? question.relatedTo()
                : !shopper.cart().isEmpty() ? shopper.cart()
                : !shopper.purchases().isEmpty() ? shopper.lastOrder() : shopper.products(touch -> true);
        return unseen(question.index().boughtWith(products, question.now(), RELATED), products);
    }

    private List<Candidate> buyAgain() {
        List<String> bought = shopper.purchases().stream().map(Shopper.Touch::product).toList();
        return bought.stream().distinct()
                .map(product -> new Candidate(product, Collections.frequency(bought, product), List.of(product)))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()).toList();
    }

    private List<Candidate> random() {
        List<Product> products = new ArrayList<>(question.catalogue().products());
        Collections.shuffle(products, new Random(question.seed()));
        return inOrder(products.stream().map(Product::productNumber).toList());
    }

    private static List<Candidate> offers(Catalogue catalogue, Instant now) {
        return catalogue.products().stream()
                .map(product -> Candidate.of(product.productNumber(),
                        product.priceAt(now).map(Price::discountPercent).orElse(0)))
                .filter(candidate -> candidate.score() > 0)
                .sorted(Candidate.BEST_FIRST).toList();
    }

    private static List<Candidate> unseen(List<Candidate> candidates, List<String> seen) {
        return candidates.stream().filter(candidate -> !seen.contains(candidate.productNumber())).toList();
    }
}
