package dev.inlay.server.feeds;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the first tags of an XML feed tell.
 *
 * @param item which elements are items, in lower case: {@code item}, {@code product} or {@code entry}, else those that
 *        have a price or a number
 * @param isHelloRetail whether the words are Hello Retail's, not Google's
 * @param isOrders whether it holds orders
 */
record XmlShape(String item, boolean isHelloRetail, boolean isOrders) {
    private static final int HEAD = 256 * 1024;
    private static final Set<String> ITEMS = Set.of("item", "product", "entry");
    private static final Set<String> IN_ITEMS = Set.of("price", "sku", "productnumber", "imgurl", "image_link");
    private static final Set<String> HELLO_RETAIL = Set.of("productnumber", "imgurl", "extradata", "extradatalist",
            "hierarchies", "pricenotax", "previousprice", "oldprice");
    private static final Set<String> ORDERS = Set.of("order", "ordernumber");
    private static final Set<String> GOOGLE = Set.of("image_link", "availability", "sale_price");
    private static final Pattern NO_TAGS =
            Pattern.compile("<!--.*?(?:-->|\\z)|<!\\[CDATA\\[.*?(?:]]>|\\z)|<\\?.*?(?:\\?>|\\z)", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(/?)(?:[\\w.-]{1,100}:)?([A-Za-z_][\\w.-]{0,100})([^<>]*)>");

    /** The shape of {@code feed} by its first characters. */
    static XmlShape of(FeedFile feed) throws IOException {
        String head = NO_TAGS.matcher(feed.head(HEAD)).replaceAll("");
        Tags tags = new Tags();
        TAG.matcher(head).results().forEach(tag ->
                tags.add(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty(), tag.group(3).endsWith("/")));
        boolean isGoogle = head.contains("base.google.com") || head.contains("<g:") || tags.holdAny(GOOGLE);
        return new XmlShape(tags.item, !isGoogle && tags.holdAny(HELLO_RETAIL),
                tags.seen.containsAll(ORDERS));
    }

    /** The tags in their order. */
    private static final class Tags {
        private final Set<String> seen = new HashSet<>();
        private final Deque<String> open = new ArrayDeque<>();
        private String item = "";

        void add(String name, boolean isEnd, boolean isEmpty) {
            if (isEnd) {
                close(name);
                return;
            }
            seen.add(name);
            if (item.isEmpty()) {
                item = ITEMS.contains(name) ? name : IN_ITEMS.contains(name) && !open.isEmpty() ? open.peek() : "";
            }
            if (!isEmpty && item.isEmpty() && open.size() < StrictXml.MAX_DEPTH) {
                open.push(name);
            }
        }

        private void close(String name) {
            if (open.contains(name)) {
                open.removeAll(open.stream().takeWhile(inner -> !inner.equals(name)).toList());
                open.pop();
            }
        }

        boolean holdAny(Set<String> names) {
            return names.stream().anyMatch(seen::contains);
        }
    }
}
