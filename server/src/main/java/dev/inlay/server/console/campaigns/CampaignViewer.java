package dev.inlay.server.console.campaigns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.tokens.CampaignTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** As whom the operator looks at a campaign, and how; as the form beside the preview says. */
record CampaignViewer(FilledForm form) {
    /** Kinds of recipients: the names that the API has for them, and two of our own. */
    static final String STRANGER = "stranger";
    static final String NOBODY = "nobody";
    private static final List<String> FIELDS = List.of("who", "name", "send", "width", "images");
    private static final List<String> KINDS = List.of("userEmail", "customerId", "trackingUserId", STRANGER, NOBODY);
    /** Of a domain that never exists. */
    private static final String STRANGERS_ADDRESS = "somebody@unknown.invalid";
    /** As mail services leave it where they know no address. */
    private static final String TAG_LEFT = "*|EMAIL|*";

    static CampaignViewer stranger() {
        return new CampaignViewer(FilledForm.of(Map.of("who", STRANGER, "send", "preview", "width", "600")));
    }

    static CampaignViewer of(RawQuery form) {
        return new CampaignViewer(FilledForm.sent(form, FIELDS));
    }

    String who() {
        return KINDS.contains(form.value("who")) ? form.value("who") : STRANGER;
    }

    boolean isNobody() {
        return who().equals(NOBODY);
    }

    /** Whether somebody is to be named and is not yet. */
    boolean isIncomplete() {
        return !who().equals(STRANGER) && !isNobody() && form.value("name").isBlank();
    }

    boolean isWidth(String width) {
        return width.equals("375") == form.value("width").equals("375");
    }

    boolean withoutImages() {
        return form.value("images").equals("off");
    }

    Optional<String> send() {
        return Optional.of(form.value("send")).filter(send -> !send.isBlank());
    }

    /** What the API is sent to have the mail explained. */
    ObjectNode person() {
        ObjectNode person = Json.object();
        send().ifPresent(send -> person.put("send", send));
        return who().equals(STRANGER) ? person.put("userEmail", STRANGERS_ADDRESS)
                : person.put(who(), form.value("name").strip());
    }

    /** What {@code send} and the recipient are in the URLs of a mail; empty for whom no mail can name. */
    Optional<RawQuery> tags() {
        String send = sendTag();
        return switch (who()) {
            case "customerId" -> Optional.of(tags("customerId&customerIdTag=", form.value("name").strip(), send));
            case "userEmail" -> Optional.of(tags("userEmail&emailTag=", form.value("name").strip(), send));
            case STRANGER -> Optional.of(tags("userEmail&emailTag=", STRANGERS_ADDRESS, send));
            case NOBODY -> Optional.of(tags("userEmail&emailTag=", TAG_LEFT, send));
            default -> Optional.empty();
        };
    }

    /** As {@link #tags()}, where only tokens count. */
    Optional<RawQuery> tags(CampaignTokens tokens) {
        String name = form.value("name").strip();
        Optional<String> token = switch (who()) {
            case "customerId" -> tokens.ofCustomer(name);
            case "userEmail" -> tokens.ofEmail(name);
            case STRANGER -> tokens.ofEmail(STRANGERS_ADDRESS);
            case NOBODY -> Optional.of(TAG_LEFT);
            default -> Optional.empty();
        };
        return token.map(value -> tags("token&tokenTag=", value, sendTag()));
    }

    private String sendTag() {
        return "&sendTag=" + UrlPart.encoded(UrlPart.encoded(form.value("send")));
    }

    private static RawQuery tags(String identity, String name, String send) {
        return RawQuery.parse("service=custom&identity=" + identity + UrlPart.encoded(UrlPart.encoded(name)) + send);
    }
}
