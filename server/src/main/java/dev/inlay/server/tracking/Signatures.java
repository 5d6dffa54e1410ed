package dev.inlay.server.tracking;

import dev.inlay.db.identity.Source;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.http.InvalidParameterException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells how far a claim is trusted: by the key of the call, or by the shop's signature, HMAC-SHA-256 in hex of the
 * value as sent (UTF-8) under the website's own key.
 */
final class Signatures {
    static final String CUSTOMER = "customerIdSignature";
    static final String EMAIL = "emailSignature";

    private final WebsiteStore websites;

    Signatures(WebsiteStore websites) {
        this.websites = websites;
    }

    /** 400 for a signature that is no string, whether it is needed or not. */
    void checkTypes(TrackingCall call) {
        call.members().text(CUSTOMER);
        call.members().text(EMAIL);
    }

    /** Who vouches for {@code value}; 400 names {@code member} if nobody does and the website demands it. */
    Source source(TrackingCall call, String member, String value) {
        Optional<String> signature = call.members().text(member);
        if (call.fromBackEnd()) {
            return Source.API_KEY;
        }
        if (signature.isPresent() && isGood(websites.signatureKey(call.website()), signature.get(), value)) {
            return Source.SIGNED;
        }
        if (call.website().settings().requireCustomerIdSignature()) {
            throw new InvalidParameterException(member + " must be the value's HMAC-SHA-256 in hex under the website's"
                    + " signature key");
        }
        return Source.BROWSER;
    }

    private static boolean isGood(byte[] key, String signature, String value) {
        try {
            return MessageDigest.isEqual(HexFormat.of().parseHex(signature), hmac(key, value));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] hmac(byte[] key, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
