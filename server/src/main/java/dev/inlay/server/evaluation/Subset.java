package dev.inlay.server.evaluation;

import dev.inlay.db.activity.EventType;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Which people are looked at, and which of the products that they touched afterwards. */
public enum Subset {
    /** People with a history, and whatever they touched next. */
    WARM("people with a history", (sequel, touch) -> !sequel.isCold()),
    /** What they had not touched before. */
    NEW("... products new to them", (sequel, touch) -> !sequel.isCold() && !sequel.seen().contains(touch.product())),
    /** What they put into the cart or bought. */
    CART("... carts and purchases", (sequel, touch) -> !sequel.isCold() && touch.type() != EventType.VIEW),
    /** What they bought. */
    BUY("... purchases", (sequel, touch) -> !sequel.isCold() && touch.type() == EventType.PURCHASE),
    /** People without any history. */
    COLD("people without history", (sequel, touch) -> sequel.isCold());

    private final String title;
    private final BiPredicate<Sequel, PastTouch> wanted;

    Subset(String title, BiPredicate<Sequel, PastTouch> wanted) {
        this.title = title;
        this.wanted = wanted;
    }

    /** What a table calls it. */
    public String title() {
        return title;
    }

    /** What JSON calls it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The products of {@code sequel} that count here, the first touched first; empty if it does not count at all. */
    List<String> of(Sequel sequel) {
        return sequel.touches().stream().filter(touch -> wanted.test(sequel, touch)).map(PastTouch::product).toList();
    }
}
