package dev.inlay.server;

import dev.inlay.server.cli.InlayCommand;

/** Builds every object once and starts the server. */
public final class Main implements AutoCloseable {
    public static void main(String[] arguments) {
        System.exit(InlayCommand.execute(arguments));
    }

    /** Starts a node; returns when it listens and can answer. */
    public static Main start(Settings settings) {
        throw new UnsupportedOperationException("next");
    }

    /** Waits until the node is closed. */
    public void awaitClose() throws InterruptedException {
        throw new UnsupportedOperationException("next");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("next");
    }
}
