package dev.inlay.server.demo;

/** What the welcome page shows; {@code key} is that of the throw-away installation, for its console. */
record WelcomeView(String key) { }
