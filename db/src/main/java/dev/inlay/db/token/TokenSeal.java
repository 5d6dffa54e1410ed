package dev.inlay.db.token;

import dev.inlay.db.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals content for one place, the same way each time, under one of a website's keys.
 *
 * <p>This is deterministic authenticated encryption by the SIV construction (P. Rogaway and T. Shrimpton,
 * "Deterministic Authenticated-Encryption", EUROCRYPT 2006; RFC 5297 is the same with CMAC): the first 128 bits of
 * HMAC-SHA-256 (RFC 2104) over place and content are both the proof that nobody changed them and the counter that
 * AES-256 (CTR, NIST SP 800-38A) begins to encrypt the content with. The two keys are independent.
 */
final class TokenSeal {
    static final int PROOF_BYTES = 16;
    private static final String CIPHER = "AES/CTR/NoPadding";

    private final Secret proofKey;
    private final SecretKeySpec cipherKey;

    TokenSeal(Secret secret, int websiteId, int keyNumber) {
        byte[] key = ByteBuffer.allocate(2 * Integer.BYTES).putInt(websiteId).putInt(keyNumber).array();
        proofKey = new Secret(secret.hmac("token proof", key));
        cipherKey = new SecretKeySpec(secret.hmac("token cipher", key), "AES");
    }

    /** {@code content}, to be opened at {@code place} only: the proof, then what was encrypted. */
    byte[] close(byte[] place, byte[] content) {
        byte[] proof = proof(place, content);
        return ByteBuffer.allocate(PROOF_BYTES + content.length)
                .put(proof).put(cipher(Cipher.ENCRYPT_MODE, proof, content)).array();
    }

    /** What was sealed at {@code place}; empty if it was sealed elsewhere, with another key, or changed since. */
    Optional<byte[]> open(byte[] place, byte[] sealed) {
        byte[] proof = Arrays.copyOf(sealed, PROOF_BYTES);
        byte[] content = cipher(Cipher.DECRYPT_MODE, proof, Arrays.copyOfRange(sealed, PROOF_BYTES, sealed.length));
        return MessageDigest.isEqual(proof, proof(place, content)) ? Optional.of(content) : Optional.empty();
    }

    private byte[] proof(byte[] place, byte[] content) {
        byte[] message = ByteBuffer.allocate(Integer.BYTES + place.length + content.length)
                .putInt(place.length).put(place).put(content).array();
        return Arrays.copyOf(proofKey.hmac("recipient", message), PROOF_BYTES);
    }

    private byte[] cipher(int mode, byte[] counter, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, cipherKey, new IvParameterSpec(counter));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES in counter mode is part of every Java platform", e);
        }
    }
}
