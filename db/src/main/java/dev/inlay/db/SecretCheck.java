package dev.inlay.db;

import org.jdbi.v3.core.Handle;

/** Keeps the fingerprint of the secret that the store's hashes were made with. */
final class SecretCheck {
    private SecretCheck() {
    }

    /** Remembers {@code secret} in a new store; refuses another one in a store that has one. */
    static void check(Handle handle, Secret secret) {
        handle.createUpdate("""
                INSERT INTO installation (name, setting) VALUES ('secret', :fingerprint)
                ON CONFLICT DO NOTHING
                """).bind("fingerprint", secret.fingerprint()).execute();
        String stored = handle.createQuery("SELECT setting FROM installation WHERE name = 'secret'")
                .mapTo(String.class).one();
        if (!stored.equals(secret.fingerprint())) {
            throw new DatabaseOpenException("The secret is not the one this store was made with (fingerprint "
                    + secret.fingerprint() + ", expected " + stored + "): put back the file of INLAY_SECRET_FILE.");
        }
    }
}
