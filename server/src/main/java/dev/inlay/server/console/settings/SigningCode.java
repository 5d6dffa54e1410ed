package dev.inlay.server.console.settings;

/**
 * How a shop signs a customer id or an address: an expression for each language, with {@code key} as the console shows
 * it, and the value exactly as it is sent.
 */
public enum SigningCode {
    PHP("PHP", "hash_hmac('sha256', $value, hex2bin($key))"),
    NODE("Node.js", "require('crypto').createHmac('sha256', Buffer.from(key, 'hex')).update(value).digest('hex')"),
    PYTHON("Python", "hmac.new(bytes.fromhex(key), value.encode(), 'sha256').hexdigest()");

    private final String language;
    private final String expression;

    SigningCode(String language, String expression) {
        this.language = language;
        this.expression = expression;
    }

    public String language() {
        return language;
    }

    public String expression() {
        return expression;
    }
}
