package dev.inlay.server.newsletter;

import dev.inlay.db.identity.Aliases;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the locks of recipients are kept under: 16 bytes that tell who they are only to those who know already. */
public final class LockKeys {
    private static final String PURPOSE = "recipient";

    private final PersonalData personalData;

    public LockKeys(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** Of a recipient who is named by address or digest; each digest of an address has a key of its own. */
    public byte[] of(EmailKey email) {
        return personalData.lockKey(PURPOSE, "email", email.hex());
    }

    public byte[] of(CustomerId customer) {
        return personalData.lockKey(PURPOSE, "customer", customer.stored());
    }

    /** The one that all requests share which name nobody. */
    public byte[] ofNobody() {
        return personalData.lockKey(PURPOSE, "anonymous");
    }

    /** Of a recipient who came by token, whichever key made it: apart from those who were merely named. */
    public byte[] ofToken(Owner person) {
        return personalData.lockKey(PURPOSE, "token", person.kind().letter(), person.id());
    }

    /** Of whatever mails may have called somebody by, in whichever spelling. */
    public List<byte[]> of(Aliases aliases) {
        Stream<Owner> byToken = Stream.concat(aliases.customers().stream().map(Owner::of), aliases.emails().stream()
                .filter(email -> email.digest() == EmailKey.Digest.SHA256).map(Owner::of));
        return Stream.of(aliases.customers().stream().flatMap(LockKeys::spellings).map(this::of),
                aliases.emails().stream().map(this::of), byToken.map(this::ofToken))
                .flatMap(Function.identity()).toList();
    }

    /** As the URLs of mails may have it: with blanks, or with a plus sign for each. */
    private static Stream<CustomerId> spellings(CustomerId customer) {
        return Stream.of(customer, new CustomerId(customer.value().replace(' ', '+'), customer.hashed())).distinct();
    }
}
