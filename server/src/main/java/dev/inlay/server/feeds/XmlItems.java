package dev.inlay.server.feeds;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** Collects the items of a feed, one at a time; what is beyond the bounds of an item is dropped. */
final class XmlItems implements XmlHandler {
    private static final int MAX_ELEMENTS = 10_000;
    private static final int MAX_ITEM = 1024 * 1024;

    private final String itemName;
    private final BiConsumer<Integer, XmlElement> items;
    private final FeedWarnings warnings;
    /** The item and what is open in it, innermost first. */
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private int count;
    private int elements;
    private int size;

    /** Hands each element {@code itemName} to {@code items} with its number, and findings to {@code warnings}. */
    XmlItems(String itemName, BiConsumer<Integer, XmlElement> items, FeedWarnings warnings) {
        this.itemName = itemName;
        this.items = items;
        this.warnings = warnings;
    }

    /** How many items there were. */
    int count() {
        return count;
    }

    @Override
    public boolean isItem(String name) {
        return name.toLowerCase(Locale.ROOT).equals(itemName);
    }

    @Override
    public void start(String space, String name, Map<String, String> attributes) {
        if (space.equals("http://www.w3.org/2001/XInclude") || space.equals("xi") && name.equals("include")) {
            throw new FeedRefusedException("XML that includes other documents is not taken");
        }
        if (!open.isEmpty()) {
            XmlElement child = new XmlElement(space, name, attributes);
            if (++elements <= MAX_ELEMENTS) {
                open.peek().add(child);
            }
            open.push(child);
        } else if (isItem(name)) {
            open.push(new XmlElement(space, name, attributes));
        }
    }

    @Override
    public void text(String piece) {
        if (open.size() > 1 && size < MAX_ITEM) {
            size += piece.length();
            open.peek().append(piece);
            if (open.size() > 2) {
                field().append(piece);
            }
        }
    }

    @Override
    public void end() {
        if (open.isEmpty()) {
            return;
        }
        XmlElement ended = open.pop();
        if (open.isEmpty()) {
            endItem(ended);
        } else if (ended.isLeaf() && ended.isCut()) {
            warnings.warning(count + 1, null, AttributeName.canonical(ended.name()) + " is cut after "
                    + StrictXml.MAX_TEXT + " characters");
        }
    }

    @Override
    public void repaired(int line, String repair) {
        warnings.warning(open.isEmpty() ? 0 : count + 1, null, "line " + line + ": " + repair);
    }

    /** The direct child of the item that is open. */
    private XmlElement field() {
        XmlElement item = open.removeLast();
        XmlElement field = open.peekLast();
        open.addLast(item);
        return field;
    }

    private void endItem(XmlElement item) {
        elements = 0;
        size = 0;
        if (item.isBlank()) {
            warnings.warning(count, null, "an item without content is left out");
        } else {
            items.accept(++count, item);
        }
    }
}
