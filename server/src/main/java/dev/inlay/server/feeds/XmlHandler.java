package dev.inlay.server.feeds;

/** Takes what a pass over XML tells. */
interface XmlHandler {
    /**
     * An element begins; {@code space} tells elements of different origin apart: a namespace, or what stands for it.
     */
    void start(String space, String name, int line);

    /** A piece of text, references decoded. */
    void text(String text);

    /** The innermost element ends. */
    void end();

    /** Something was not well-formed and was read nevertheless. */
    void repaired(int line, String repair);
}
