package dev.inlay.db;

import dev.inlay.db.WriteQueue.Lane;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The entries that wait for the writer, in lanes: locks go first, then live writes, then bulk work. Bulk work gets a
 * turn after {@value #URGENT_GROUPS} groups of the others, so that a flood delays an import but never stops it.
 */
final class Lanes {
    private static final int URGENT_GROUPS = 10;

    private final int capacity;
    private final int groupSize;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Map<Lane, LinkedHashSet<Pending<?>>> waiting = new EnumMap<>(Lane.class);
    private int size;
    private int urgentGroups;
    private boolean closed;

    Lanes(int capacity, int groupSize) {
        this.capacity = capacity;
        this.groupSize = groupSize;
        for (Lane lane : Lane.values()) {
            waiting.put(lane, new LinkedHashSet<>());
        }
    }

    /** Takes up {@code pending}, unless the lanes are full or closed. */
    boolean offer(Pending<?> pending) {
        lock.lock();
        try {
            if (closed || size >= capacity) {
                return false;
            }
            waiting.get(pending.lane()).add(pending);
            size++;
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Makes room again for an entry that was withdrawn. */
    void remove(Pending<?> pending) {
        lock.lock();
        try {
            if (waiting.get(pending.lane()).remove(pending)) {
                size--;
            }
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    int size(Lane lane) {
        lock.lock();
        try {
            return waiting.get(lane).size();
        } finally {
            lock.unlock();
        }
    }

    boolean hasRoom() {
        lock.lock();
        try {
            return !closed && size < capacity;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for entries and takes the next group: locks and live writes together, or one bulk entry. Empty once the
     * lanes are closed and nothing waits.
     */
    List<Pending<?>> take() {
        lock.lock();
        try {
            while (size == 0 && !closed) {
                arrived.awaitUninterruptibly();
            }
            return isBulkNext() ? poll(Lane.BULK, 1) : takeUrgent();
        } finally {
            lock.unlock();
        }
    }

    /** A further bulk entry, if one waits and nothing goes first. */
    List<Pending<?>> pollBulk() {
        lock.lock();
        try {
            return hasUrgent() ? List.of() : poll(Lane.BULK, 1);
        } finally {
            lock.unlock();
        }
    }

    /** Takes up nothing more; what waits can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean isBulkNext() {
        boolean bulkWaits = !waiting.get(Lane.BULK).isEmpty();
        boolean next = bulkWaits && (!hasUrgent() || urgentGroups >= URGENT_GROUPS);
        urgentGroups = next || !bulkWaits ? 0 : urgentGroups + 1;
        return next;
    }

    private boolean hasUrgent() {
        return !waiting.get(Lane.LOCK).isEmpty() || !waiting.get(Lane.LIVE).isEmpty();
    }

    private List<Pending<?>> takeUrgent() {
        List<Pending<?>> group = poll(Lane.LOCK, groupSize);
        group.addAll(poll(Lane.LIVE, groupSize - group.size()));
        return group;
    }

    private List<Pending<?>> poll(Lane lane, int limit) {
        List<Pending<?>> taken = new ArrayList<>();
        Iterator<Pending<?>> entries = waiting.get(lane).iterator();
        while (taken.size() < limit && entries.hasNext()) {
            taken.add(entries.next());
            entries.remove();
            size--;
        }
        return taken;
    }
}
