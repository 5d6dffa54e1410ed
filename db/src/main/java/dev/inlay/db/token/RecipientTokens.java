package dev.inlay.db.token;

import dev.inlay.db.Secret;
import dev.inlay.db.identity.Owner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Makes and reads recipient tokens (contract 5.5). Nothing of them is stored.
 *
 * <p>A token is URL-safe base64 of the number of its key (3 bytes) and the sealed person, 72 characters for an address
 * and for ids of up to 33 bytes. It is read only for the website and campaign that it was made for, tells nothing to
 * others, and is the same each time it is made with the same key.
 */
public final class RecipientTokens {
    private static final int NUMBER_BYTES = 3;
    private static final int SHORTEST = NUMBER_BYTES + TokenSeal.PROOF_BYTES + 1;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Secret secret;
    private final TokenKeyStore keys;

    /** Makes the tokens of one campaign, all with one key. */
    public static final class Mint {
        private final int keyNumber;
        private final TokenSeal seal;
        private final byte[] place;

        private Mint(int keyNumber, TokenSeal seal, byte[] place) {
            this.keyNumber = keyNumber;
            this.seal = seal;
            this.place = place;
        }

        /** The token of {@code person}, an email or a customer. */
        public String token(Owner person) {
            byte[] sealed = seal.close(place, TokenContent.of(person));
            byte[] token = new byte[NUMBER_BYTES + sealed.length];
            for (int i = 0; i < NUMBER_BYTES; i++) {
                token[i] = (byte) (keyNumber >>> Byte.SIZE * (NUMBER_BYTES - 1 - i));
            }
            System.arraycopy(sealed, 0, token, NUMBER_BYTES, sealed.length);
            return ENCODER.encodeToString(token);
        }
    }

    public RecipientTokens(Secret secret, TokenKeyStore keys) {
        this.secret = secret;
        this.keys = keys;
    }

    /** With the newest key of the website. */
    public Mint mint(int websiteId, String campaignId) {
        int newest = keys.newest(websiteId);
        return new Mint(newest, new TokenSeal(secret, websiteId, newest), place(campaignId));
    }

    /**
     * The person whom {@code token} was made for; empty if it was made for another website or campaign, with a key that
     * lives no more, or not by us.
     */
    public Optional<Owner> read(int websiteId, String campaignId, String token) {
        byte[] bytes = decoded(token);
        if (bytes.length < SHORTEST) {
            return Optional.empty();
        }
        int keyNumber = keyNumber(bytes);
        byte[] sealed = Arrays.copyOfRange(bytes, NUMBER_BYTES, bytes.length);
        return new TokenSeal(secret, websiteId, keyNumber).open(place(campaignId), sealed)
                .filter(content -> keys.isLive(websiteId, keyNumber)).map(TokenContent::owner);
    }

    private static byte[] place(String campaignId) {
        return campaignId.getBytes(StandardCharsets.UTF_8);
    }

    private static int keyNumber(byte[] token) {
        int number = 0;
        for (int i = 0; i < NUMBER_BYTES; i++) {
            number = number << Byte.SIZE | token[i] & 0xFF;
        }
        return number;
    }

    /** Empty for what our encoder would not have written: one token has one spelling. */
    private static byte[] decoded(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return ENCODER.encodeToString(bytes).equals(token) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
