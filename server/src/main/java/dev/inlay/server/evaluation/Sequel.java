package dev.inlay.server.evaluation;

import java.util.List;
import java.util.Set;

/**
 * What somebody did after a cut: what is to be foreseen.
 *
 * @param touches oldest first; never empty
 * @param seen the products that he had touched before; empty = he was unknown
 */
record Sequel(String person, List<PastTouch> touches, Set<String> seen) {
    boolean isCold() {
        return seen.isEmpty();
    }
}
