package dev.inlay.server.newsletter;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.EmailKey.Digest;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.token.RecipientTokens;
import dev.inlay.server.http.Placeholder;
import dev.inlay.server.http.RawQuery;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads who a mail went to: the only place that knows about plus signs, placeholders and double encoding.
 *
 * <p>A value that is blank, an unreplaced merge tag, no address, no digest or no customer id names nobody.
 */
final class RecipientParser {
    private static final Map<String, Digest> DIGESTS =
            Map.of("userEmailSha256", Digest.SHA256, "userEmailSha1", Digest.SHA1, "userEmailMd5", Digest.MD5);
    /** The parameters that carry a digest of an address, the strongest first. */
    static final List<String> DIGEST_NAMES = List.of("userEmailSha256", "userEmailSha1", "userEmailMd5");
    private static final List<String> NAMES =
            List.of("userEmail", "customerId", "token", "userEmailSha256", "userEmailSha1", "userEmailMd5");
    private static final int DECODINGS = 2;
    private static final Pattern ENCODED_AT = Pattern.compile("%(25)*40");
    private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\s+]+|[\\s+]+$");
    /** What raw UTF-8 in a request line arrives as: two addresses may look alike. */
    private static final char GARBLED = '\uFFFD';

    private final PersonalData personalData;
    private final RecipientTokens tokens;

    RecipientParser(PersonalData personalData, RecipientTokens tokens) {
        this.personalData = personalData;
        this.tokens = tokens;
    }

    /** Whom a mail of {@code mailing} names: where only tokens count, by another name just a stranger. */
    Recipient parse(RawQuery query, Mailing mailing) {
        return byToken(query, mailing)
                .or(() -> byName(query).map(named -> takesNames(mailing) ? named : stranger(named)))
                .orElseGet(Recipient.Anonymous::new);
    }

    /** Whom the operator names, whose word counts: where only tokens count, as a token of that person would. */
    Recipient parseTrusted(RawQuery query, Mailing mailing) {
        return byToken(query, mailing).or(() -> byName(query).map(named -> trusted(named, mailing)))
                .orElseGet(Recipient.Anonymous::new);
    }

    /** {@code named} as the mails of {@code mailing} name this recipient: by token where only tokens count. */
    static Recipient trusted(Recipient named, Mailing mailing) {
        return takesNames(mailing) ? named : switch (named) {
            case Recipient.ByCustomer customer -> new Recipient.ByToken(Owner.of(customer.candidates().getFirst()));
            case Recipient.ByEmail email when email.candidates().getFirst().digest() == Digest.SHA256 ->
                    new Recipient.ByToken(Owner.of(email.candidates().getFirst()));
            case Recipient.ByEmail _, Recipient.ByToken _, Recipient.Stranger _, Recipient.Anonymous _ -> named;
        };
    }

    private static boolean takesNames(Mailing mailing) {
        return !mailing.settings().identityByTokenOnly();
    }

    private Optional<Recipient> byToken(RawQuery query, Mailing mailing) {
        return values(query, "token").findFirst().map(token -> byToken(token, mailing));
    }

    /** Whom {@code token} was made for; a stranger if that was not for mails of {@code mailing}, or not by us. */
    Recipient byToken(String token, Mailing mailing) {
        return tokens.read(mailing.website().id(), mailing.campaign().id(), token.strip())
                .<Recipient>map(Recipient.ByToken::new)
                .orElseGet(() -> new Recipient.Stranger(personalData.nobodysKey("token " + token)));
    }

    private Recipient stranger(Recipient named) {
        String name = HexFormat.of().formatHex(named.lockKey(personalData));
        return new Recipient.Stranger(personalData.nobodysKey("name " + name));
    }

    private Optional<Recipient> byName(RawQuery query) {
        return byCustomer(query).or(() -> byEmail(query)).or(() -> byDigest(query));
    }

    /** Whether some parameter would name the recipient, had its merge tag been replaced. */
    static boolean isPlaceholder(RawQuery query) {
        return NAMES.stream().flatMap(name -> query.values(name).stream()).anyMatch(Placeholder::isPlaceholder);
    }

    /** The recipient with this address, as a mail would name it; empty if it is none. */
    Optional<Recipient> byEmail(String address) {
        List<List<EmailKey>> candidates = addresses(address);
        return candidates.stream().findFirst()
                .map(keys -> new Recipient.ByEmail(candidates.stream().map(List::getFirst).toList(), keys));
    }

    /** All keys of each address that {@code address} can mean, most likely first; by SHA-256 first. */
    List<List<EmailKey>> addresses(String address) {
        return spellings(address).map(EmailAddress::parse).flatMap(Optional::stream).map(personalData::emailKeys)
                .distinct().toList();
    }

    /** The recipient with this customer id, as a mail would name it; empty if it is none. */
    Optional<Recipient> byCustomer(String customerId) {
        return byCustomer(Stream.of(customerId));
    }

    private Optional<Recipient> byCustomer(Stream<String> customerIds) {
        List<CustomerId> candidates = customerIds.distinct().map(this::customerId).filter(Objects::nonNull).toList();
        return candidates.isEmpty() ? Optional.empty() : Optional.of(new Recipient.ByCustomer(candidates));
    }

    private Optional<Recipient> byCustomer(RawQuery query) {
        return query.encodedValues("customerId").stream().filter(raw -> namesSomebody(RawQuery.decode(raw))).findFirst()
                .flatMap(raw -> byCustomer(Stream.of(raw, raw.replace('+', ' ')).map(RawQuery::decode)));
    }

    private Optional<Recipient> byEmail(RawQuery query) {
        return first(query, "userEmail", this::byEmail);
    }

    /** The recipient whose address has this digest; {@code name} is one of {@link #DIGEST_NAMES}. */
    Optional<Recipient> byDigest(String name, String hex) {
        return personalData.emailKey(DIGESTS.get(name), hex.strip().toLowerCase(Locale.ROOT))
                .map(key -> new Recipient.ByEmail(List.of(key)));
    }

    private Optional<Recipient> byDigest(RawQuery query) {
        return DIGEST_NAMES.stream().map(name -> first(query, name, hex -> byDigest(name, hex)))
                .flatMap(Optional::stream).findFirst();
    }

    /** The first value of {@code name} that is neither blank nor a placeholder wins, even if it names nobody. */
    private static Optional<Recipient> first(RawQuery query, String name,
            Function<String, Optional<Recipient>> reader) {
        return values(query, name).findFirst().flatMap(reader);
    }

    private static Stream<String> values(RawQuery query, String name) {
        return query.values(name).stream().filter(RecipientParser::namesSomebody);
    }

    private static boolean namesSomebody(String value) {
        return value.indexOf(GARBLED) < 0 && !Placeholder.isPlaceholder(value);
    }

    /** What {@code value} can mean: as it is, with plus signs for its blanks, and without those around it. */
    private static Stream<String> spellings(String value) {
        String decoded = value;
        for (int i = 0; i < DECODINGS && decoded.indexOf('@') < 0 && ENCODED_AT.matcher(decoded).find(); i++) {
            decoded = RawQuery.decode(decoded);
        }
        return Stream.of(decoded, decoded.strip().replace(' ', '+'),
                BLANKS_AROUND.matcher(decoded).replaceAll("").replace(' ', '+'));
    }

    private CustomerId customerId(String raw) {
        try {
            return personalData.customerId(raw);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
