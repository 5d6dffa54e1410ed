package dev.inlay.templates.layout;

import dev.inlay.templates.LiveValues;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileStyle;
import dev.inlay.templates.design.Colour;
import dev.inlay.templates.design.Condition;
import dev.inlay.templates.design.Design;
import dev.inlay.templates.design.Fill;
import dev.inlay.templates.design.Filter;
import dev.inlay.templates.design.Ink;
import dev.inlay.templates.design.Phrase;
import dev.inlay.templates.design.Variable;
import java.math.BigDecimal;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the names of a template stand for in one picture. A name that stands for nothing is the empty text. */
public final class Values {
    private static final String SHOP = "shop";

    private final Set<String> variables;
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Colour> colours = new TreeMap<>();
    private final Locale locale;
    private final Money money;
    private final Dates dates;

    private Values(Design design, TileStyle style) {
        this.locale = style.locale();
        this.money = new Money(style);
        this.dates = new Dates(style.locale());
        this.variables = design.variables().keySet();
        texts.put(SHOP, style.shopName());
        design.variables().forEach((name, variable) -> variable(name, variable, style));
    }

    public static Values of(Design design, TileProduct product, boolean photo, TileStyle style) {
        Values values = new Values(design, style);
        values.product(product);
        values.state("photo", photo);
        return values;
    }

    /** What is known when a mail is opened; {@code product} is what {@link #ofProduct} told when the tile was coded. */
    public static Values of(Design design, Map<String, String> product, TileStyle style, LiveValues live) {
        Values values = new Values(design, style);
        values.texts.putAll(product);
        values.texts.putAll(LiveTexts.of(live));
        return values;
    }

    public static Values withoutProduct(Design design, TileStyle style) {
        return new Values(design, style);
    }

    /** What {@code names} stand for; names that stand for nothing are left out. */
    public SortedMap<String, String> of(Set<String> names) {
        SortedMap<String, String> all = new TreeMap<>(texts);
        colours.forEach((name, colour) -> all.put(name, colour.hex()));
        all.keySet().retainAll(names);
        return all;
    }

    /** The same, without what follows from the template and the style. */
    public SortedMap<String, String> ofProduct(Set<String> names) {
        SortedMap<String, String> all = of(names);
        all.keySet().removeIf(name -> variables.contains(name) || name.equals(SHOP));
        return all;
    }

    Locale locale() {
        return locale;
    }

    boolean holds(Condition condition) {
        return condition.terms().stream().allMatch(this::holds);
    }

    private boolean holds(Condition.Term term) {
        String text = text(term.name());
        return switch (term) {
            case Condition.Term.There there -> text.isBlank() == there.negated();
            case Condition.Term.OfText wanted -> text.equals(wanted.text()) != wanted.negated();
            case Condition.Term.OfNumber wanted -> number(text)
                    .filter(number -> wanted.comparison().holds(number.compareTo(wanted.number()))).isPresent();
        };
    }

    Colour colour(Ink ink) {
        return switch (ink) {
            case Ink.Fixed fixed -> fixed.colour();
            case Ink.Named named -> colours.get(named.variable());
        };
    }

    Ground ground(Fill fill) {
        return switch (fill) {
            case Fill.Plain plain -> new Ground.Plain(colour(plain.ink()));
            case Fill.Gradient gradient ->
                    new Ground.Gradient(colour(gradient.from()), colour(gradient.to()), gradient.angle());
        };
    }

    String text(Phrase phrase) {
        StringBuilder text = new StringBuilder();
        for (Phrase.Part part : phrase.parts()) {
            text.append(switch (part) {
                case Phrase.Part.Literal literal -> literal.text();
                case Phrase.Part.Value value -> filtered(value);
            });
        }
        return text.toString();
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    private String filtered(Phrase.Part.Value value) {
        String text = text(value.name());
        for (Filter filter : value.filters()) {
            text = switch (filter) {
                case UPPER -> text.toUpperCase(locale);
                case MONEY -> number(text).map(money::amount).orElse(text);
                case PERCENT -> number(text).map(money::percent).orElse(text);
                case DATE, DATE_MEDIUM -> dates.written(text, FormatStyle.MEDIUM);
                case DATE_SHORT -> dates.written(text, FormatStyle.SHORT);
                case DATE_LONG -> dates.written(text, FormatStyle.LONG);
                case DATE_FULL -> dates.written(text, FormatStyle.FULL);
            };
        }
        return text;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text))
                    .filter(number -> Math.abs((long) number.scale()) < 40);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private void product(TileProduct product) {
        texts.put("title", product.title());
        product.brand().ifPresent(brand -> texts.put("brand", brand));
        product.price().ifPresent(price -> texts.put("price", price.toString()));
        reducedFrom(product).ifPresent(price -> texts.put("oldPrice", price.toString()));
        if (product.discountPercent() > 0) {
            texts.put("discount", Integer.toString(product.discountPercent()));
        }
        state("inStock", product.inStock());
        state("soldOut", !product.inStock());
        product.extra().forEach((name, text) -> texts.put("extra." + name, text));
    }

    /** A price before that is not higher is none. */
    private static Optional<BigDecimal> reducedFrom(TileProduct product) {
        return product.oldPrice().filter(old -> product.price().filter(price -> old.compareTo(price) > 0).isPresent());
    }

    private void variable(String name, Variable variable, TileStyle style) {
        String wanted = style.variables().get(name);
        switch (variable) {
            case Variable.OfText text -> texts.put(name, wanted != null ? wanted : text.in(locale));
            case Variable.OfColour colour -> colours.put(name, Optional.ofNullable(wanted).map(String::strip)
                    .flatMap(Colour::parse).orElse(colour.colour()));
        }
    }

    private void state(String name, boolean holds) {
        texts.put(name, holds ? "true" : "");
    }
}
