package dev.inlay.server.snippet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The merge tags of an email service. A tag is {@value #UNKNOWN} where we do not know it and {@value #NONE} where
 * the service has none; both are shown as they are, never guessed.
 *
 * @param evidence how sure the tags are: documented, seen in use, not confirmed, unknown
 * @param note what to mind, for the operator
 */
public record MailService(String name, String emailTag, String encodedEmailTag, String customerIdTag, String sendTag,
        String sha256Tag, String sha1Tag, String md5Tag, String evidence, String note) {
    static final String UNKNOWN = "unknown";
    static final String NONE = "none";
    /** Where a tag waits for a name that only the operator knows. */
    static final Pattern BLANK_TO_FILL = Pattern.compile("<([A-Za-z ]+)>");
    /** The service of those who bring their own tags. */
    static final MailService CUSTOM = new MailService("Custom", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN,
            UNKNOWN, UNKNOWN, "your own", "The tags are put in as you wrote them.");

    static boolean isKnown(String tag) {
        return !tag.equals(UNKNOWN) && !tag.equals(NONE);
    }

    /** How the service is named in a URL: {@code salesforce-marketing-cloud-next}. */
    public String slug() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    boolean isCustom() {
        return equals(CUSTOM);
    }

    /** The tag for the clear address, URL-encoded by the service where that is known. */
    String bestEmailTag() {
        return isKnown(encodedEmailTag) ? encodedEmailTag : emailTag;
    }

    /** The tag for a field that the operator makes, with a blank for its name; unknown unless we know such a tag. */
    String ownFieldTag() {
        return BLANK_TO_FILL.matcher(customerIdTag).find() ? customerIdTag : UNKNOWN;
    }

    Optional<String> knownSendTag() {
        return Optional.of(sendTag).filter(MailService::isKnown);
    }
}
