package dev.inlay.server.reasons;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity;

/** Whose history decides what is picked. */
public final class IdentityReason {
    private IdentityReason() {
    }

    /** One sentence on {@code identity}, which {@code standing} left over. */
    public static String of(Identity identity, Standing standing) {
        return switch (standing) {
            case KNOWN -> known(identity);
            case HELD_OUT -> known(identity) + ". This recipient is in the hold-out: bestsellers";
            case UNKNOWN -> "The shop knows nobody by this name: default products, then what needs no history";
            case NAMELESS -> "The mail names nobody: all such mails show the same";
            case DENIED -> "Consent was denied: nothing personal is shown, whatever is known";
            case NOT_ASKED -> "Consent was not given: this shop shows nothing personal before a yes";
        };
    }

    private static String known(Identity identity) {
        return switch (identity) {
            case Identity.Known known -> (known.trackingUsers().isEmpty() ? "Known by orders only, not by a browser"
                    : "Known by " + Words.counted(known.trackingUsers().size(), "tracking user"))
                    + known.customer().map(CustomerId::value).map(", as customer "::concat).orElse("");
            case Identity.Unknown() -> of(identity, Standing.UNKNOWN);
        };
    }
}
