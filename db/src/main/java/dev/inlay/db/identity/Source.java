package dev.inlay.db.identity;

/** Who said that a tracking user belongs to a customer or an email, and whether that is trusted. */
public enum Source {
    BROWSER(false), SIGNED(true), API_KEY(true), ORDER_FEED(true), IMPORT(true),
    /** A click in a mail: whoever knows an address can write such a URL. */
    CLICK(false);

    private final boolean trusted;

    Source(boolean trusted) {
        this.trusted = trusted;
    }

    public boolean isTrusted() {
        return trusted;
    }
}
