package dev.inlay.db.feed;

/** Name and password for the server of a source; neither is ever printed. The password may be empty. */
public record SourceLogin(String username, String password) {
    /** The most characters that a name or a password may have. */
    public static final int MAX_LENGTH = 255;

    public SourceLogin {
        if (!isUsername(username) || !isPassword(password)) {
            throw new IllegalArgumentException("a name or password must have at most " + MAX_LENGTH
                    + " characters and no control characters, a name at least one and no colon");
        }
    }

    /** Whether {@code text} can be a name: basic authentication ends it at the first colon. */
    public static boolean isUsername(String text) {
        return !text.isEmpty() && text.indexOf(':') < 0 && isPassword(text);
    }

    public static boolean isPassword(String text) {
        return text.length() <= MAX_LENGTH && text.chars().noneMatch(Character::isISOControl);
    }

    /** Both in one, as {@link #parse} reads it: the name, a colon, the password. */
    public String text() {
        return username + ":" + password;
    }

    static SourceLogin parse(String text) {
        int colon = text.indexOf(':');
        return new SourceLogin(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return "SourceLogin[hidden]";
    }
}
