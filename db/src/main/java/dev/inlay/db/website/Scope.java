package dev.inlay.db.website;

/** What an API key may do; each scope is apart, {@link #ADMIN} holds all. */
public enum Scope {
    READ, INGEST, ADMIN;

    /** Whether a key of this scope may do what {@code needed} asks for. */
    public boolean allows(Scope needed) {
        return this == ADMIN || this == needed;
    }
}
