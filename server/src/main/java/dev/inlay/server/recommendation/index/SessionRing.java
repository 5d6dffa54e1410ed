package dev.inlay.server.recommendation.index;

import dev.inlay.server.recommendation.index.Sessions.Session;
import java.util.Arrays;

/** The latest sessions of a product, and how many there ever were. */
final class SessionRing {
    static final SessionRing EMPTY = new SessionRing();

    private static final int CAPACITY = 500;

    private Session[] sessions = new Session[2];
    private int size;
    private int next;
    private int total;

    void count() {
        total++;
    }

    void add(Session session) {
        if (size == sessions.length && size < CAPACITY) {
            sessions = Arrays.copyOf(sessions, Math.min(CAPACITY, size * 2));
            next = size;
        }
        sessions[next] = session;
        next = (next + 1) % sessions.length;
        size = Math.min(size + 1, sessions.length);
    }

    int size() {
        return size;
    }

    /** The session that came {@code back} sessions before the newest. */
    Session newest(int back) {
        return sessions[Math.floorMod(next - 1 - back, sessions.length)];
    }

    int total() {
        return total;
    }
}
