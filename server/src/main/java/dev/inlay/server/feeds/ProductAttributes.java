package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.photos.WebUrl;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one way from attributes (contract 5.1) to a {@link Product}, for the API and for feeds. What a broken rule costs
 * the caller decides: {@link Findings} that throw refuse the product, those that take note cost only the member.
 */
final class ProductAttributes {
    static final int MAX_NUMBER = 255;
    static final int MAX_LINE = 1_000;
    static final int MAX_TEXT = 20_000;
    static final int MAX_PRICE_DIGITS = 12;

    /** What is wrong with a product, member by member. */
    @FunctionalInterface
    interface Findings {
        void broken(InvalidParameterException finding);
    }

    private final Members members;
    private final Findings findings;

    private ProductAttributes(Members members, Findings findings) {
        this.members = members;
        this.findings = findings;
    }

    /** The product that {@code attributes} describe; empty only without a usable number. */
    static Optional<Product> read(ObjectNode attributes, Findings findings) {
        return new ProductAttributes(new Members(attributes), findings).product();
    }

    private Optional<Product> product() {
        Optional<String> url = link("url").map(PersonalData::withoutAddresses);
        return productNumber(url).map(number -> {
            ProductLists lists = new ProductLists(members, this::check);
            return new Product(number, lists.numbers("variantProductNumbers"), line("title"), url.orElse(null),
                    link("imgUrl").orElse(null), price("price"), price("oldPrice"), currency(), line("brand"),
                    lists.hierarchies(), text("description", MAX_TEXT), lists.keywords(),
                    check(() -> members.bool("inStock")).orElse(true), number("ean"), number("itemGroupId"),
                    time("saleStart"), time("saleEnd"), lists.extraData(), lists.extraDataList(), time("created"));
        });
    }

    private Optional<String> productNumber(Optional<String> url) {
        return check(() -> {
            Optional<String> number = members.id("productNumber").or(() -> url);
            if (number.isEmpty()) {
                throw new InvalidParameterException("productNumber must be given, or url instead");
            }
            return number.map(value -> soundNumber("productNumber", value));
        });
    }

    private String number(String name) {
        return check(() -> members.id(name).filter(value -> !value.isBlank()).map(value -> soundNumber(name, value)))
                .orElse(null);
    }

    private String soundNumber(String name, String value) {
        if (value.isBlank() || value.length() > MAX_NUMBER || value.chars().anyMatch(Character::isISOControl)
                || !Json.isStorable(value)) {
            throw members.wrong(name, "must be 1 to " + MAX_NUMBER + " characters without control characters", value);
        }
        return value;
    }

    private String line(String name) {
        return text(name, MAX_LINE);
    }

    private String text(String name, int limit) {
        String text = ProductText.plain(check(() -> members.text(name)).orElse(""));
        if (text.length() <= limit) {
            return text.isEmpty() ? null : text;
        }
        findings.broken(members.wrong(name, "must be at most " + limit + " characters", text));
        return ProductText.cut(text, limit);
    }

    private Optional<String> link(String name) {
        return check(() -> members.text(name).filter(value -> !value.isBlank()).map(value -> WebUrl.parse(value)
                .orElseThrow(() -> members.wrong(name, "must be an http or https URL of at most " + WebUrl.MAX_LENGTH
                        + " characters", value)).toString()));
    }

    private BigDecimal price(String name) {
        return check(() -> members.number(name).map(value -> {
            if (value.signum() < 0 || value.precision() - value.scale() > MAX_PRICE_DIGITS) {
                throw members.wrong(name, "must be 0 or more, of at most " + MAX_PRICE_DIGITS + " digits", value);
            }
            return plain(value);
        })).orElse(null);
    }

    /** Equal prices are equal values, however many zeros the shop writes. */
    private static BigDecimal plain(BigDecimal price) {
        BigDecimal plain = price.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private String currency() {
        return check(() -> members.text("currency").filter(value -> !value.isBlank()).map(value -> {
            try {
                return Currency.getInstance(value.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
            } catch (IllegalArgumentException e) {
                throw members.wrong("currency", "must be a code of ISO 4217", value);
            }
        })).orElse(null);
    }

    private Instant time(String name) {
        return check(() -> members.text(name).filter(value -> !value.isBlank()).map(value ->
                FeedTimes.parse(value, ZoneOffset.UTC)
                        .orElseThrow(() -> members.wrong(name, "must be a time of ISO 8601", value)))).orElse(null);
    }

    private <T> Optional<T> check(Supplier<Optional<T>> member) {
        try {
            return member.get();
        } catch (InvalidParameterException e) {
            findings.broken(e);
            return Optional.empty();
        }
    }
}
