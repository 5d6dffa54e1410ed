package dev.inlay.db.activity;

/** A place in what happened; reading goes on with what is older. */
public record Position(long seen, long id) {
    /** Newer than everything. */
    public static final Position NEWEST = new Position(Long.MAX_VALUE, Long.MAX_VALUE);
}
