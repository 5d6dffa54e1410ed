package dev.inlay.server.tracking;

import dev.inlay.server.http.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * The browser SDK as it goes out: without the comments within, which shoppers need not load.
 *
 * @param hash 16 hex characters that name this content
 */
record SdkScript(byte[] plain, byte[] gzipped, String hash) {
    private static final int HASH_BYTES = 8;
    private static final Pattern COMMENT = Pattern.compile(" +(//.*|/\\*\\*.*\\*/)");

    /** The script that was built with this program. */
    static SdkScript bundled() {
        try (InputStream in = SdkScript.class.getResourceAsStream("sdk.js")) {
            byte[] plain = withoutComments(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return new SdkScript(plain, gzip(plain), HexFormat.of().formatHex(Sha256.of(plain), 0, HASH_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("sdk.js cannot be read", e);
        }
    }

    private static byte[] withoutComments(String source) {
        return source.lines().filter(line -> !COMMENT.matcher(line).matches())
                .collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
            out.write(plain);
        }
        return gzipped.toByteArray();
    }
}
