package dev.inlay.server.newsletter;

/** Who a mail was for. */
public enum Audience {
    /** Somebody whose activity or purchases are known. */
    KNOWN,
    /** Named, but nobody knows anything of them. */
    UNKNOWN,
    /** Named by a merge tag that the email service left as it was. */
    PLACEHOLDER,
    /** Not named at all. */
    ANONYMOUS
}
