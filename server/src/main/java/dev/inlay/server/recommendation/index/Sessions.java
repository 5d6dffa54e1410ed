package dev.inlay.server.recommendation.index;

import dev.inlay.db.identity.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was touched together: sessions of one owner with gaps of at most half an hour, found again by each of their
 * products. A product leads to its latest 500 sessions; a session that no product leads to any more is forgotten.
 *
 * <p>Not safe for use by several threads.
 */
final class Sessions {
    private static final Duration GAP = Duration.ofMinutes(30);
    private static final int MAX_PRODUCTS = 40;
    private static final int MAX_OPEN = 200_000;

    /** One visit. */
    static final class Session {
        final long number;
        final List<String> products = new ArrayList<>(2);
        long last;

        private Session(long number, long time) {
            this.number = number;
            this.last = time;
        }
    }

    private final Map<String, SessionRing> rings = new HashMap<>();
    private final Map<Owner, Session> open = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Owner, Session> eldest) {
            return size() > MAX_OPEN;
        }
    };
    private long count;

    void add(Owner owner, String product, Instant at) {
        long time = at.toEpochMilli();
        Session session = open.get(owner);
        if (session == null || Math.abs(time - session.last) > GAP.toMillis()) {
            session = begin(owner, session, time);
        }
        session.last = Math.max(session.last, time);
        if (session.products.size() < MAX_PRODUCTS && !session.products.contains(product)) {
            session.products.add(product);
            enter(session, product);
        }
    }

    /** Sessions that {@code product} leads to. */
    SessionRing of(String product) {
        return rings.getOrDefault(product, SessionRing.EMPTY);
    }

    /** How rare {@code product} is among all sessions: more for rarer ones, never 0. */
    double rarity(String product) {
        return Math.log(1 + (double) count / Math.max(1, of(product).total()));
    }

    /** How many sessions there were. */
    long count() {
        return count;
    }

    /** How many products somebody touched. */
    int products() {
        return rings.size();
    }

    private Session begin(Owner owner, Session before, long time) {
        Session session = new Session(count++, time);
        if (before == null || time >= before.last) {
            open.put(owner, session);
        }
        return session;
    }

    /** A session of one product tells nothing of others: it is found by its products from the second one on. */
    private void enter(Session session, String product) {
        ring(product).count();
        if (session.products.size() == 2) {
            ring(session.products.getFirst()).add(session);
        }
        if (session.products.size() >= 2) {
            ring(product).add(session);
        }
    }

    private SessionRing ring(String product) {
        return rings.computeIfAbsent(product, ignored -> new SessionRing());
    }
}
