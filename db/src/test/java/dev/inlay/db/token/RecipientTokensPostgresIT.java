package dev.inlay.db.token;

import dev.inlay.db.TestStore;

/** {@link RecipientTokensContract} on PostgreSQL. */
final class RecipientTokensPostgresIT extends RecipientTokensContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
