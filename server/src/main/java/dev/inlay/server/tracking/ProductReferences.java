package dev.inlay.server.tracking;

import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.server.http.Members;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How calls name products: by number, by URL or by both. A blank number or URL counts as absent, a URL that is too long
 * or holds an address elsewhere than in its query is dropped.
 */
public final class ProductReferences {
    /** The most products of one cart or order. */
    static final int MAX = 1_000;

    private final PersonalData personalData;

    public ProductReferences(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** The product of {@code members}, by {@code productNumber} and {@code url}; empty if they name none. */
    public ProductReference one(Members members) {
        return new ProductReference(members.shortId("productNumber").flatMap(this::number),
                members.text("url").flatMap(this::url));
    }

    /** The products of {@code productNumbers}, else of {@code urls}; absent if both are. */
    Optional<List<ProductReference>> list(Members members) {
        Optional<List<ProductReference>> byNumber = members.ids("productNumbers")
                .map(numbers -> limited(members, "productNumbers", numbers)
                        .map(this::number).flatMap(Optional::stream).map(ProductReference::ofNumber).toList());
        Optional<List<ProductReference>> byUrl = members.texts("urls")
                .map(urls -> limited(members, "urls", urls)
                        .map(this::url).flatMap(Optional::stream).map(ProductReference::ofUrl).toList());
        return byNumber.filter(numbers -> !numbers.isEmpty()).or(() -> byUrl).or(() -> byNumber);
    }

    /**
     * The lines of an order: {@code products} or, in older calls, {@link #list}. A line that names no product is left
     * out.
     */
    List<OrderLine> lines(Members members) {
        List<OrderLine> older = list(members).orElse(List.of()).stream()
                .map(product -> new OrderLine(product, Optional.empty(), Optional.empty())).toList();
        List<OrderLine> lines = limited(members, "products", members.objects("products").orElse(List.of()))
                .map(this::line).filter(line -> !line.product().isEmpty()).toList();
        return lines.isEmpty() ? older : lines;
    }

    private OrderLine line(Members members) {
        return new OrderLine(one(members), members.number("quantity"), members.number("lineTotal"));
    }

    private static <T> Stream<T> limited(Members members, String name, List<T> values) {
        if (values.size() > MAX) {
            throw members.wrong(name, "must have at most " + MAX + " entries", values.size());
        }
        return values.stream();
    }

    private Optional<String> number(String raw) {
        return Optional.of(raw).filter(number -> !number.isBlank()).map(personalData::storable);
    }

    private Optional<String> url(String raw) {
        return Optional.of(raw).filter(url -> !url.isBlank()).flatMap(personalData::storableUrl);
    }
}
