package dev.inlay.server.reasons;

/** Whether what somebody did may decide what they see, or what keeps it from that. */
public enum Standing {
    /** Somebody is known, and their history counts. */
    KNOWN,
    /** Somebody is known, but the campaign shows them bestsellers, to compare others with. */
    HELD_OUT,
    /** The shop knows nobody by this name. */
    UNKNOWN,
    /** The mail names nobody at all. */
    NAMELESS,
    /** They said no to personal pictures. */
    DENIED,
    /** They were never asked, and the website shows personal pictures only after a yes. */
    NOT_ASKED
}
