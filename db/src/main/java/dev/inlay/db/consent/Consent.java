package dev.inlay.db.consent;

import dev.inlay.db.identity.Owner;
import java.time.Instant;
import java.util.Objects;

/**
 * One thing that was said about a person's consent.
 *
 * @param who by which name the person was called
 * @param at when it was said
 * @param source which way it came in
 * @param note where it was said, in the operator's words; may be empty
 */
public record Consent(Owner who, State state, Instant at, Source source, String note) {
    /** The longest {@link #note}, in characters. */
    public static final int MAX_NOTE = 255;

    /** What was said. Of whom nothing was said, consent is unknown. */
    public enum State { GRANTED, DENIED }

    /** Which way it came in. */
    public enum Source { API, CONSOLE, IMPORT }

    public Consent {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(source, "source");
        if (note.codePointCount(0, note.length()) > MAX_NOTE) {
            throw new IllegalArgumentException("note must have at most " + MAX_NOTE + " characters");
        }
    }
}
