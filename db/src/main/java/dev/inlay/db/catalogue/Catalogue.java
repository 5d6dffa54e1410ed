package dev.inlay.db.catalogue;

import dev.inlay.db.activity.ProductReference;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One website's products as they stand: a snapshot in memory, replaced as a whole when a run swaps it.
 *
 * <p>Only the products are a snapshot: what is known of their photos shows in every snapshot at once.
 */
public final class Catalogue {
    private static final int MAX_CHANGES = 500;

    private final ProductIndex base;
    /** Products that differ from {@code base}; numbers in {@code hidden} are taken from here or gone. */
    private final ProductIndex changes;
    private final Set<String> hidden;
    private final Map<String, Photo> photos;
    private final Map<ProductOrder, List<Product>> orders = new ConcurrentHashMap<>();

    private Catalogue(ProductIndex base, ProductIndex changes, Set<String> hidden, Map<String, Photo> photos) {
        this.base = base;
        this.changes = changes;
        this.hidden = hidden;
        this.photos = photos;
    }

    /** For tests and small catalogues: {@code products} with their photos by {@code imgUrl}. */
    public static Catalogue of(Collection<Product> products, Map<String, Photo> photos) {
        return new Catalogue(new ProductIndex(products), ProductIndex.EMPTY, Set.of(), photos);
    }

    /** The next snapshot: products of {@code changed} come in or replace theirs, empty ones leave. */
    Catalogue with(Map<String, Optional<Product>> changed) {
        if (changed.size() > MAX_CHANGES) {
            return rebuilt(changed);
        }
        Set<String> nextHidden = new HashSet<>(hidden);
        nextHidden.addAll(changed.keySet());
        if (nextHidden.size() > MAX_CHANGES) {
            return rebuilt(changed);
        }
        return new Catalogue(base, new ProductIndex(changed(changes.products().stream(), changed)), nextHidden, photos);
    }

    private Catalogue rebuilt(Map<String, Optional<Product>> changed) {
        return of(changed(visible(), changed), photos);
    }

    private static Collection<Product> changed(Stream<Product> products, Map<String, Optional<Product>> changed) {
        return Stream.concat(products.filter(product -> !changed.containsKey(product.productNumber())),
                changed.values().stream().flatMap(Optional::stream)).toList();
    }

    private Stream<Product> visible() {
        return Stream.concat(base.products().stream().filter(this::isVisible), changes.products().stream());
    }

    public Optional<Product> find(String productNumber) {
        return Optional.ofNullable(hidden.contains(productNumber)
                ? changes.find(productNumber)
                : base.find(productNumber));
    }

    /**
     * The product that {@code reference} means: by number, then by URL exactly, then by URL without {@code www.},
     * query, fragment and trailing slash, then by alias (variant numbers, {@code ean}, {@code extraData.mpn},
     * {@code extraData.id}). Several hits in a step are no hit.
     */
    public Optional<Product> match(ProductReference reference) {
        return reference.productNumber().flatMap(this::find)
                .or(() -> reference.url().flatMap(url -> only(index -> index.findByUrl(url))))
                .or(() -> reference.url().flatMap(url -> only(index -> index.findByBareUrl(url))))
                .or(() -> reference.productNumber().flatMap(number -> only(index -> index.findByAlias(number))));
    }

    /** Whether {@link #match} finds nothing for {@code reference} because it means several products. */
    public boolean fitsSeveral(ProductReference reference) {
        return match(reference).isEmpty()
                && (reference.url().filter(url -> areSeveral(index -> index.findByUrl(url))
                        || areSeveral(index -> index.findByBareUrl(url))).isPresent()
                || reference.productNumber().filter(number -> areSeveral(index -> index.findByAlias(number)))
                        .isPresent());
    }

    /**
     * {@code product} and what of this catalogue counts as one product with it, by product number: what shares its
     * {@code itemGroupId}, what names it among its {@code variantProductNumbers} or is named by it and, where it says
     * neither, what has the same title on the same page (its query apart); the variants of variants too.
     */
    public List<Product> variants(Product product) {
        return new Variants(this).of(product);
    }

    /** All products by product number. */
    public List<Product> products() {
        return inOrder(ProductOrder.BY_NUMBER);
    }

    /**
     * Those products that {@code order} takes, in its order. Sorts them the first time; a catalogue that differs from
     * an earlier one in few products only merges these in.
     */
    public List<Product> inOrder(ProductOrder order) {
        return orders.computeIfAbsent(order, this::merged);
    }

    private List<Product> merged(ProductOrder order) {
        List<Product> sorted = base.inOrder(order);
        if (hidden.isEmpty()) {
            return sorted;
        }
        List<Product> gone = hidden.stream().map(base::find).filter(Objects::nonNull).filter(order.takes()).toList();
        return Collections.unmodifiableList(
                new MergedList<>(sorted, gone, changes.inOrder(order), order.comparator()));
    }

    /** The photo of {@code product}, if it has one that is ready. */
    public Optional<Photo> photo(Product product) {
        return photoInAnyState(product).filter(photo -> photo.state() == Photo.State.READY);
    }

    /** What is known of the photo of {@code product}; empty if it names none, or was not looked at yet. */
    public Optional<Photo> photoInAnyState(Product product) {
        return Optional.ofNullable(product.imgUrl()).map(photos::get);
    }

    /** Whether a tile can show it: it has a title, a URL, a price at {@code now} and a photo that is ready. */
    public boolean isShowable(Product product, Instant now) {
        return hasText(product.title()) && hasText(product.url()) && product.priceAt(now).isPresent()
                && photo(product).isPresent();
    }

    private Optional<Product> only(Function<ProductIndex, List<Product>> hits) {
        List<Product> found = firstTwo(hits);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private boolean areSeveral(Function<ProductIndex, List<Product>> hits) {
        return firstTwo(hits).size() > 1;
    }

    private List<Product> firstTwo(Function<ProductIndex, List<Product>> hits) {
        return hits(hits).limit(2).toList();
    }

    Stream<Product> hits(Function<ProductIndex, List<Product>> hits) {
        return Stream.concat(hits.apply(base).stream().filter(this::isVisible), hits.apply(changes).stream());
    }

    private boolean isVisible(Product product) {
        return !hidden.contains(product.productNumber());
    }

    private static boolean hasText(String text) {
        return text != null && !text.isBlank();
    }
}
