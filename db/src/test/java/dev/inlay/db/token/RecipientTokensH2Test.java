package dev.inlay.db.token;

import dev.inlay.db.TestStore;

/** {@link RecipientTokensContract} on H2. */
final class RecipientTokensH2Test extends RecipientTokensContract {
    @Override
    protected TestStore newStore() {
        return TestStore.h2();
    }
}
