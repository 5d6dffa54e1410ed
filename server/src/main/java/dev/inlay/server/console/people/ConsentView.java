package dev.inlay.server.console.people;

import dev.inlay.db.consent.Consent;
import dev.inlay.db.consent.Consent.State;
import dev.inlay.db.website.Website;
import java.util.Optional;

/**
 * Whether a person agreed to personal pictures.
 *
 * @param path where the answer to the question goes, of the website
 * @param said what holds now; empty if nothing was said
 */
record ConsentView(String path, Optional<Consent> said, boolean personalizeUnknown, ShopTime clock) {
    static ConsentView of(Website website, String path, Optional<Consent> said) {
        return new ConsentView(path, said, website.settings().personalizeUnknownConsent(), ShopTime.of(website));
    }

    String sentence() {
        return said.map(Consent::state).map(state -> switch (state) {
            case GRANTED -> "Agreed to personal products.";
            case DENIED -> "Refused: mails show default products, also those that were sent before.";
        }).orElse(personalizeUnknown
                ? "Never said yes or no. On this website such people see personal products."
                : "Never said yes or no. On this website such people see default products.");
    }

    boolean canBe(State state) {
        return said.map(Consent::state).filter(state::equals).isEmpty();
    }

    static String source(Consent consent) {
        String way = switch (consent.source()) {
            case API -> "said by the shop's back end";
            case CONSOLE -> "said here in the console";
            case IMPORT -> "said by an import";
        };
        return consent.note().isEmpty() ? way : way + ": " + consent.note();
    }
}
