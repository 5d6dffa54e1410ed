package dev.inlay.server.demo;

import java.util.Optional;

/**
 * What the welcome page shows.
 *
 * @param key that of the throw-away installation, for its console; empty for all but {@link LocalBrowser}s
 */
record WelcomeView(Optional<String> key) { }
