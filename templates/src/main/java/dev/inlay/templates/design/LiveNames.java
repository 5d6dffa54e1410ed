package dev.inlay.templates.design;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names that stand for what is known only when a mail is opened. */
final class LiveNames {
    static final Set<String> ALL =
            Set.of("firstName", "daysLeft", "hoursLeft", "minutesLeft", "running", "ended");

    private LiveNames() {
    }

    /** Whether {@code node}, or a node in it, waits for the open. */
    static boolean in(Node node) {
        Set<String> names = new TreeSet<>();
        Names.add(List.of(node), names);
        return names.stream().anyMatch(ALL::contains);
    }

    /** Whether {@code group} itself does, its nodes left aside. */
    static boolean ofItself(Node.Group group) {
        return in(group.with(List.of()));
    }
}
