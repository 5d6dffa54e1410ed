package dev.inlay.server.newsletter;

import dev.inlay.db.Secret;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Mints the tracking codes that clicks carry to the shop, and recognises them: signed, opaque, good for 30 days. */
final class ClickCodes {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final int SIGNATURE = 12;
    private static final byte VERSION = 1;

    private final Secret secret;
    private final InstantSource time;

    ClickCodes(Secret secret, InstantSource time) {
        this.secret = secret;
        this.time = time;
    }

    String mint(Letter letter, int slot, String productNumber) {
        return mint(new ClickCode(letter.mailing().campaign().id(), ClickCode.edition(letter.edition()), slot,
                productNumber, time.instant().plus(LIFE)));
    }

    String mint(ClickCode click) {
        byte[] content = click.bytes();
        byte[] code = new byte[1 + SIGNATURE + content.length];
        code[0] = VERSION;
        System.arraycopy(signature(content), 0, code, 1, SIGNATURE);
        System.arraycopy(content, 0, code, 1 + SIGNATURE, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    /** What {@code code} tells; empty if it is not one of ours or has expired. */
    Optional<ClickCode> read(String code) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(code);
            if (bytes.length <= 1 + SIGNATURE || bytes[0] != VERSION) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOfRange(bytes, 1 + SIGNATURE, bytes.length);
            byte[] signature = Arrays.copyOfRange(bytes, 1, 1 + SIGNATURE);
            return MessageDigest.isEqual(signature, signature(content))
                    ? Optional.of(ClickCode.of(content)).filter(known -> time.instant().isBefore(known.expires()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] signature(byte[] content) {
        return Arrays.copyOf(secret.hmac("click", content), SIGNATURE);
    }
}
