package dev.inlay.server.tracking;

import dev.inlay.server.http.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * The browser SDK as it goes out.
 *
 * @param hash 16 hex characters that name this content
 */
record SdkScript(byte[] plain, byte[] gzipped, String hash) {
    private static final int HASH_BYTES = 8;

    /** The script that was built with this program. */
    static SdkScript bundled() {
        try (InputStream in = SdkScript.class.getResourceAsStream("sdk.js")) {
            byte[] plain = in.readAllBytes();
            return new SdkScript(plain, gzip(plain), HexFormat.of().formatHex(Sha256.of(plain), 0, HASH_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("sdk.js cannot be read", e);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
            out.write(plain);
        }
        return gzipped.toByteArray();
    }
}
