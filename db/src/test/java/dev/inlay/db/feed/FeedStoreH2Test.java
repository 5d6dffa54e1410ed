package dev.inlay.db.feed;

import dev.inlay.db.TestStore;

/** {@link FeedStoreContract} on H2. */
final class FeedStoreH2Test extends FeedStoreContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
