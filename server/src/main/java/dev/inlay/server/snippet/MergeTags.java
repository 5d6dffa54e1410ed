package dev.inlay.server.snippet;

import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.RawQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tags that one snippet uses.
 *
 * @param identityTag what the mail service replaces by the recipient; {@code unknown} or {@code none} where it has no
 *        such tag that we know
 * @param sendTag what it replaces by the id of the send
 */
public record MergeTags(MailService service, IdentityParameter identity, String identityTag, Optional<String> sendTag) {
    private static final int MAX_TAG = 255;

    /** Reads {@code service}, {@code identity} (else {@code usual}) and own tags, which win over the service's. */
    static MergeTags from(RawQuery query, MailServices services, IdentityParameter usual) {
        MailService service = services.named(query.first("service").orElseThrow(() ->
                new InvalidParameterException("service is required: one of " + services.slugs())));
        IdentityParameter identity = query.first("identity").map(IdentityParameter::named).orElse(usual);
        String ownName = identity.ownTag();
        Optional<String> own = tag(query, ownName);
        if (service.isCustom() && own.isEmpty()) {
            throw new InvalidParameterException(ownName + " is required for service custom");
        }
        String rule = "must be userEmail or customerId, since " + service.name() + " is not known to make this hash";
        String identityTag = own.or(() -> identity.tagOf(service))
                .orElseThrow(() -> new InvalidParameterException("identity", rule, identity.wireName()));
        return new MergeTags(service, identity, identityTag, tag(query, "sendTag").or(service::knownSendTag));
    }

    /** What the operator must still do before these tags work. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!MailService.isKnown(identityTag)) {
            missing.add("The " + identity.wireName() + " tag of " + service.name() + " is " + identityTag
                    + ": put your own in its place.");
        }
        MailService.BLANK_TO_FILL.matcher(identityTag).results().forEach(blank ->
                missing.add("Put the name of your own field in place of <" + blank.group(1) + ">."));
        return missing;
    }

    private static Optional<String> tag(RawQuery query, String name) {
        Optional<String> tag = query.first(name);
        if (tag.isPresent() && !isTag(tag.get())) {
            String rule = "must be a tag of at most " + MAX_TAG + " characters without line breaks";
            throw new InvalidParameterException(name, rule, tag.get());
        }
        return tag;
    }

    private static boolean isTag(String value) {
        return value.length() <= MAX_TAG && value.chars().noneMatch(Character::isISOControl);
    }
}
