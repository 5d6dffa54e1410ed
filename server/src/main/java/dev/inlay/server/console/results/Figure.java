package dev.inlay.server.console.results;

import dev.inlay.server.console.Numbers;

/** One number to look at, and what it means. */
record Figure(String name, String number, String meaning) {
    static Figure of(String name, long number, String meaning) {
        return new Figure(name, Numbers.count(number), meaning);
    }
}
