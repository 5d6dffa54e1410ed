package dev.inlay.server.tokens;

import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.token.RecipientTokens.Mint;
import dev.inlay.server.http.Placeholder;
import java.util.Optional;

/** The tokens of one campaign: the same for the same person each time, until the key changes. */
public final class CampaignTokens {
    private final Mint mint;
    private final PersonalData personalData;

    CampaignTokens(Mint mint, PersonalData personalData) {
        this.mint = mint;
        this.personalData = personalData;
    }

    /** Of the customer with this id; empty if it is none, as an unreplaced merge tag is. */
    public Optional<String> ofCustomer(String id) {
        if (Placeholder.isPlaceholder(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(mint.token(Owner.of(personalData.customerId(id))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of the one with this address; empty if it is none. */
    public Optional<String> ofEmail(String address) {
        return Optional.of(address).filter(given -> !Placeholder.isPlaceholder(given)).flatMap(EmailAddress::parse)
                .map(known -> mint.token(Owner.of(personalData.emailKey(known))));
    }
}
