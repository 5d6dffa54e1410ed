package dev.inlay.server.newsletter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.Seal;
import dev.inlay.db.Secret;
import dev.inlay.db.StoreException;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the shop's page, by a token in the fragment of a click's target, whose mail was clicked: sealed, without
 * address, for ten minutes, for one website, and on one node for the first browser that shows it.
 */
final class Reidentification {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST_TOKENS = 100_000;
    private static final String CUSTOMER = "customer";
    private static final String EMAIL = "email";

    private final Seal seal;
    private final InstantSource time;
    /** Who showed which token. */
    private final Cache<ByteBuffer, TrackingUserId> shown =
            Caffeine.newBuilder().maximumSize(MOST_TOKENS).expireAfterWrite(LIFE).build();

    Reidentification(Secret secret, InstantSource time) {
        this.seal = new Seal(secret, "click recipient");
        this.time = time;
    }

    /**
     * The token for a click on {@code letter}; empty if the campaign does not want it or the letter names nobody. A
     * website that takes no customer without signature takes none from a URL that anybody can write either.
     */
    Optional<String> mint(Letter letter) {
        CampaignSettings settings = letter.mailing().settings();
        boolean isWanted = settings.reidentify() && (settings.identityByTokenOnly()
                || !letter.mailing().website().settings().requireCustomerIdSignature());
        return Optional.of(letter.recipient()).filter(recipient -> isWanted).flatMap(Reidentification::named)
                .map(named -> time.instant().plus(LIFE).getEpochSecond() + " " + named)
                .map(text -> seal.close(place(letter.mailing().website().id()), text))
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString);
    }

    /** Whom {@code token} names; empty if it is forged, has expired, or another browser has shown it. */
    Optional<Association> read(int websiteId, String token, TrackingUserId browser) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.ISO_8859_1));
            String[] parts = seal.open(place(websiteId), sealed).split(" ", 3);
            boolean isGood = time.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])))
                    && browser.equals(shown.get(ByteBuffer.wrap(sealed), _ -> browser));
            return isGood ? Optional.of(association(parts[1], parts[2])) : Optional.empty();
        } catch (IllegalArgumentException | StoreException e) {
            return Optional.empty();
        }
    }

    /** Nobody where the URL can mean several. */
    private static Optional<String> named(Recipient recipient) {
        return switch (recipient) {
            case Recipient.ByCustomer(List<CustomerId> candidates) when candidates.size() == 1 ->
                    Optional.of(text(candidates.getFirst()));
            case Recipient.ByEmail(List<EmailKey> candidates, List<EmailKey> keys) when candidates.size() == 1 ->
                    Optional.of(text(keys));
            case Recipient.ByToken(Owner person) -> named(person);
            case Recipient.ByCustomer _, Recipient.ByEmail _, Recipient.Stranger _, Recipient.Anonymous _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> named(Owner person) {
        return switch (person.kind()) {
            case CUSTOMER -> Optional.of(text(person.customer()));
            case EMAIL -> Optional.of(text(List.of(person.email())));
            case TRACKING_USER, NOBODY -> Optional.empty();
        };
    }

    private static String text(CustomerId customer) {
        return CUSTOMER + " " + customer.stored();
    }

    private static String text(List<EmailKey> keys) {
        return EMAIL + " " + keys.stream().map(Reidentification::text).collect(Collectors.joining(","));
    }

    private static Association association(String kind, String name) {
        return kind.equals(CUSTOMER)
                ? new Association(Optional.of(CustomerId.fromStored(name)), List.of(), Source.CLICK)
                : new Association(Optional.empty(),
                        Stream.of(name.split(",")).map(Reidentification::emailKey).toList(), Source.CLICK);
    }

    private static String text(EmailKey key) {
        return key.digest() + ":" + Base64.getEncoder().encodeToString(key.bytes());
    }

    private static EmailKey emailKey(String text) {
        String[] parts = text.split(":", 2);
        return new EmailKey(EmailKey.Digest.valueOf(parts[0]), Base64.getDecoder().decode(parts[1]));
    }

    private static String place(int websiteId) {
        return String.valueOf(websiteId);
    }
}
