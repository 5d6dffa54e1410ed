package dev.inlay.server.console;

import dev.inlay.server.http.RawQuery;
import dev.inlay.server.snippet.IdentityParameter;
import dev.inlay.server.snippet.MailService;
import dev.inlay.server.snippet.Snippet;
import java.util.List;
import java.util.Optional;

/** What the snippet page shows: the form as it was filled in, without the key, and the snippet or what is wrong. */
record SnippetView(RawQuery form, List<MailService> services, Optional<Snippet> snippet, Optional<String> problem) {
    String value(String name) {
        return form.first(name).orElse("");
    }

    boolean isChosen(MailService service) {
        return value("service").equals(service.slug());
    }

    boolean isChosen(IdentityParameter identity) {
        return value("identity").equals(identity.wireName());
    }

    boolean hasOwnTags() {
        return !(value("emailTag") + value("customerIdTag") + value("sendTag")).isEmpty();
    }
}
