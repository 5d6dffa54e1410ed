package dev.inlay.db.feed;

import dev.inlay.db.TestStore;

/** {@link FeedStoreContract} on PostgreSQL. */
final class FeedStorePostgresIT extends FeedStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }
}
