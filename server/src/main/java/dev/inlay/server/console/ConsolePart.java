package dev.inlay.server.console;

/** Pages of the console about one thing. */
@FunctionalInterface
public interface ConsolePart {
    void routing(Gate gate);
}
