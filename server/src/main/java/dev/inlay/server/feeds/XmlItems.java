package dev.inlay.server.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Collects the direct children of each {@code <item>} or {@code <product>}: nested elements such as {@code shipping}, which
 * has a price of its own, belong to nobody. Children of a foreign namespace only fill what the item itself leaves open.
 */
final class XmlItems implements XmlHandler {
    private static final Set<String> ITEMS = Set.of("item", "product");
    private static final Set<String> MARKED_UP = Set.of("title", "description");
    private static final int MAX_FIELDS = 1_000;
    private static final int MAX_ITEM = 1024 * 1024;

    private final BiConsumer<Integer, Map<String, List<String>>> items;
    private final FeedRows rows;
    private int count;
    private int depth;
    private int itemDepth;
    private String itemSpace;
    private Map<String, List<String>> own = new LinkedHashMap<>();
    private Map<String, List<String>> foreign = new LinkedHashMap<>();
    private int size;
    private String field;
    private boolean isForeign;
    private boolean isNested;
    private final Map<String, String> names = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    /** Hands each item to {@code items} with its number, and findings to {@code rows}. */
    XmlItems(BiConsumer<Integer, Map<String, List<String>>> items, FeedRows rows) {
        this.items = items;
        this.rows = rows;
    }

    static boolean isItem(String name) {
        return ITEMS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** How many items there were. */
    int count() {
        return count;
    }

    @Override
    public void start(String space, String name, int line) {
        depth++;
        if (space.equals("http://www.w3.org/2001/XInclude") || space.equals("xi") && name.equals("include")) {
            throw new FeedRefusedException("XML that includes other documents is not taken");
        }
        if (itemDepth == 0 && isItem(name)) {
            itemDepth = depth;
            itemSpace = space;
        } else if (itemDepth > 0 && depth == itemDepth + 1) {
            field = names.size() < MAX_FIELDS ? names.computeIfAbsent(name, AttributeName::canonical)
                    : AttributeName.canonical(name);
            isForeign = !space.isEmpty() && !space.equals(itemSpace) && !space.contains("base.google.com");
            isNested = false;
            text.setLength(0);
        } else if (itemDepth > 0) {
            isNested = true;
        }
    }

    @Override
    public void text(String piece) {
        boolean wanted = field != null && (depth == itemDepth + 1 || MARKED_UP.contains(field));
        if (wanted && text.length() <= StrictXml.MAX_TEXT) {
            text.append(piece);
        }
    }

    @Override
    public void end() {
        if (itemDepth > 0 && depth == itemDepth + 1) {
            endField();
        } else if (itemDepth > 0 && depth == itemDepth) {
            endItem();
        }
        depth--;
    }

    @Override
    public void repaired(int line, String repair) {
        rows.warning(itemDepth > 0 ? count + 1 : 0, null, "line " + line + ": " + repair);
    }

    private void endField() {
        if (text.length() > StrictXml.MAX_TEXT) {
            rows.warning(count + 1, null, field + " is cut after " + StrictXml.MAX_TEXT + " characters");
        }
        String value = ProductText.cut(text.toString(), StrictXml.MAX_TEXT);
        size += value.length();
        if ((!isNested || MARKED_UP.contains(field)) && !value.isBlank() && size < MAX_ITEM && own.size() < MAX_FIELDS) {
            (isForeign ? foreign : own).computeIfAbsent(field, name -> new ArrayList<>()).add(value);
        }
        field = null;
        text.setLength(0);
    }

    private void endItem() {
        foreign.forEach(own::putIfAbsent);
        if (own.isEmpty()) {
            rows.warning(count, null, "an item without content is left out");
        } else {
            items.accept(++count, own);
        }
        itemDepth = 0;
        size = 0;
        own = new LinkedHashMap<>();
        foreign = new LinkedHashMap<>();
    }
}
