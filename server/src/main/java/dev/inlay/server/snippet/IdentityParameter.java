package dev.inlay.server.snippet;

import dev.inlay.server.http.InvalidParameterException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** By which parameter a snippet names the recipient, spelled as on the wire (contract 4). */
public enum IdentityParameter {
    USER_EMAIL("userEmail", "Email address", "the address"),
    CUSTOMER_ID("customerId", "Customer id", "the customer id"),
    USER_EMAIL_SHA256("userEmailSha256", "Email address, hashed with SHA-256", "the SHA-256 hash (64 hex digits)"),
    USER_EMAIL_SHA1("userEmailSha1", "Email address, hashed with SHA-1", "the SHA-1 hash (40 hex digits)"),
    USER_EMAIL_MD5("userEmailMd5", "Email address, hashed with MD5", "the MD5 hash (32 hex digits)"),
    TOKEN("token", "Recipient token", "the token");

    private final String wireName;
    private final String label;
    private final String meaning;

    IdentityParameter(String wireName, String label, String meaning) {
        this.wireName = wireName;
        this.label = label;
        this.meaning = meaning;
    }

    public String wireName() {
        return wireName;
    }

    public String label() {
        return label;
    }

    /** What the value is, within a sentence. */
    String meaning() {
        return meaning;
    }

    /** By wire name in any case. */
    public static IdentityParameter named(String name) {
        String all = Arrays.stream(values()).map(IdentityParameter::wireName).collect(Collectors.joining(", "));
        return Arrays.stream(values()).filter(value -> value.wireName.equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new InvalidParameterException("identity", "must be one of " + all, name));
    }

    /** Whether the value is a hash of the address. */
    boolean isHash() {
        return switch (this) {
            case USER_EMAIL, CUSTOMER_ID, TOKEN -> false;
            case USER_EMAIL_SHA256, USER_EMAIL_SHA1, USER_EMAIL_MD5 -> true;
        };
    }

    /** The parameter by which an operator gives a tag of their own. */
    String ownTag() {
        return switch (this) {
            case CUSTOMER_ID -> "customerIdTag";
            case TOKEN -> "tokenTag";
            case USER_EMAIL, USER_EMAIL_SHA256, USER_EMAIL_SHA1, USER_EMAIL_MD5 -> "emailTag";
        };
    }

    /** The tag of {@code service}, perhaps {@code unknown} or {@code none}; empty if it cannot make such a hash. */
    Optional<String> tagOf(MailService service) {
        String tag = switch (this) {
            case USER_EMAIL -> service.bestEmailTag();
            case CUSTOMER_ID -> service.customerIdTag();
            case USER_EMAIL_SHA256 -> service.sha256Tag();
            case USER_EMAIL_SHA1 -> service.sha1Tag();
            case USER_EMAIL_MD5 -> service.md5Tag();
            case TOKEN -> service.ownFieldTag();
        };
        return Optional.of(tag).filter(found -> !isHash() || !found.equals(MailService.NONE));
    }
}
