package dev.inlay.server.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An element of an item with what is in it; {@link XmlItems} bounds how much that is. */
final class XmlElement {
    /** The namespace of Google's attributes. */
    static final String GOOGLE = "http://base.google.com/ns/1.0";

    private final String space;
    private final String name;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String space, String name, Map<String, String> attributes) {
        this.space = space;
        this.name = name;
        this.attributes = attributes;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(String piece) {
        if (text.length() <= StrictXml.MAX_TEXT) {
            text.append(piece);
        }
    }

    String space() {
        return space;
    }

    /** Without prefix, as written. */
    String name() {
        return name;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<XmlElement> children() {
        return children;
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    /** Its text; that of a direct child of an item includes what its own children hold. */
    String text() {
        return ProductText.cut(text.toString(), StrictXml.MAX_TEXT);
    }

    boolean isCut() {
        return text.length() > StrictXml.MAX_TEXT;
    }

    /** Whether there is nothing in it at all. */
    boolean isBlank() {
        return attributes.isEmpty() && text.toString().isBlank() && children.stream().allMatch(XmlElement::isBlank);
    }
}
