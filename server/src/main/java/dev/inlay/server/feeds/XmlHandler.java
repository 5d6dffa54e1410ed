package dev.inlay.server.feeds;

import java.util.Map;

/** Takes what a pass over XML tells. */
interface XmlHandler {
    /** Whether elements of this name, without prefix, are items: one cannot stand in another. */
    boolean isItem(String name);

    /**
     * An element begins; {@code space} tells elements of different origin apart: a namespace, or what stands for it.
     * {@code attributes} are by name without prefix.
     */
    void start(String space, String name, Map<String, String> attributes);

    /** A piece of text, references decoded. */
    void text(String text);

    /** The innermost element ends. */
    void end();

    /** Something was not well-formed and was read nevertheless. */
    void repaired(int line, String repair);
}
