package dev.inlay.server.recommendation;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.rule.ProductFilter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules once more, told as plainly as can be and as slowly as it takes, to check picks by. */
record PlainRules(Question question) {
    Product product(String number) {
        return find(number).orElseThrow();
    }

    Optional<Product> find(String number) {
        return question.catalogue().products().stream()
                .filter(product -> product.productNumber().equals(number)).findFirst();
    }

    boolean isExcluded(Product product) {
        return question.rules().lists().excluded().contains(product.productNumber());
    }

    boolean isShowable(Product product) {
        return product.title() != null && !product.title().isBlank() && product.url() != null
                && product.priceAt(question.now()).isPresent() && question.catalogue().photo(product).isPresent();
    }

    boolean passes(ProductFilter filter, Product product) {
        return Stream.of("list", "brand", "category", "price", "discount", "attribute")
                .allMatch(condition -> passes(filter, condition, product));
    }

    boolean passes(ProductFilter filter, String condition, Product product) {
        Optional<Price> price = product.priceAt(question.now());
        return switch (condition) {
            case "list" -> filter.productNumbers().isEmpty()
                    || filter.productNumbers().contains(product.productNumber());
            case "brand" -> filter.brands().isEmpty()
                    || filter.brands().stream().anyMatch(brand -> brand.equalsIgnoreCase(product.brand()));
            case "category" -> filter.categories().isEmpty() || filter.categories().stream().anyMatch(root ->
                    product.hierarchies().stream().anyMatch(path -> path.size() >= root.size()
                            && path.subList(0, root.size()).equals(root)));
            case "price" -> filter.priceMin().isEmpty() && filter.priceMax().isEmpty() || price.isPresent()
                    && price.get().present().compareTo(filter.priceMin().orElse(BigDecimal.ZERO)) >= 0
                    && price.get().present().compareTo(filter.priceMax().orElse(BigDecimal.valueOf(1_000))) <= 0;
            case "discount" -> price.map(Price::discountPercent).orElse(0) >= filter.minDiscountPercent();
            case "attribute" -> filter.attributes().entrySet().stream().allMatch(wanted -> Stream.concat(
                            Stream.ofNullable(product.extraData().get(wanted.getKey())),
                            product.extraDataList().getOrDefault(wanted.getKey(), List.of()).stream())
                    .anyMatch(value -> wanted.getValue().stream().anyMatch(value::equalsIgnoreCase)));
            default -> throw new IllegalArgumentException(condition);
        };
    }

    /** Whether it, or a variant of it, was bought lately. */
    boolean isBought(Product product) {
        Instant since = question.now().minus(Duration.ofDays(question.rules().excludeBoughtDays()));
        Set<String> group = group(product);
        return question.rules().excludeBoughtDays() > 0 && question.history().purchases().stream()
                .anyMatch(event -> event.time().isAfter(since) && group.contains(number(event)));
    }

    /** Whether any strategy might show it, as far as the campaign goes. */
    boolean isEligible(Product product) {
        return !isExcluded(product) && isShowable(product) && product.inStock()
                && passes(question.rules().filter(), product) && !isBought(product);
    }

    /** The numbers of all its variants and its own. */
    Set<String> group(Product product) {
        List<Product> group = new ArrayList<>(List.of(product));
        for (int i = 0; i < group.size(); i++) {
            Product member = group.get(i);
            question.catalogue().products().stream()
                    .filter(other -> !group.contains(other) && areVariants(member, other)).forEach(group::add);
        }
        return group.stream().map(Product::productNumber).collect(Collectors.toSet());
    }

    private static boolean areVariants(Product one, Product other) {
        boolean silent = one.itemGroupId() == null && one.variantProductNumbers().isEmpty()
                && other.itemGroupId() == null && other.variantProductNumbers().isEmpty();
        return one.itemGroupId() != null && one.itemGroupId().equals(other.itemGroupId())
                || one.variantProductNumbers().contains(other.productNumber())
                || other.variantProductNumbers().contains(one.productNumber())
                || silent && one.url() != null && other.url() != null && !one.title().isBlank()
                        && one.title().equals(other.title()) && page(one).equals(page(other));
    }

    private static String page(Product product) {
        return product.url().substring(0, product.url().indexOf('?'));
    }

    /** Distinct products of the history but its cart, the latest first. */
    List<String> touched() {
        return Stream.concat(question.history().events().stream(), question.history().purchases().stream())
                .sorted((one, other) -> one.seen() == other.seen() ? Long.compare(other.id(), one.id())
                        : Long.compare(other.seen(), one.seen()))
                .map(this::number).distinct().toList();
    }

    /** What brings a product back by itself. */
    Set<String> reminded() {
        Instant since = question.rules().reminderDays() == 0 ? Instant.EPOCH
                : question.now().minus(Duration.ofDays(question.rules().reminderDays()));
        Set<String> reminded = new HashSet<>();
        Stream.concat(question.history().events().stream(), question.history().purchases().stream())
                .filter(event -> event.time().isAfter(since)).map(this::number).forEach(reminded::add);
        question.history().cart().ifPresent(cart -> cart.products()
                .forEach(product -> reminded.add(number(product))));
        return reminded;
    }

    boolean wasViewed(String number) {
        return question.history().events().stream()
                .anyMatch(event -> event.type() == EventType.VIEW && number(event).equals(number));
    }

    /** How many of {@code numbers} are of the category of {@code product}; none if it has none. */
    long inItsCategory(List<String> numbers, Product product) {
        return numbers.stream().flatMap(number -> find(number).stream())
                .filter(other -> !product.hierarchies().isEmpty() && !other.hierarchies().isEmpty()
                        && other.hierarchies().getFirst().equals(product.hierarchies().getFirst())).count();
    }

    long ofItsBrand(List<String> numbers, Product product) {
        return numbers.stream().flatMap(number -> find(number).stream())
                .filter(other -> product.brand() != null && Objects.equals(product.brand(), other.brand())).count();
    }

    private String number(Event event) {
        return number(event.product());
    }

    private String number(ProductReference reference) {
        return question.catalogue().match(reference).map(Product::productNumber)
                .orElseGet(() -> reference.productNumber().orElseThrow());
    }
}
