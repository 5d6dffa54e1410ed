package dev.inlay.server.newsletter;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Whether a file of ours still is the PNG that it was: signature, every chunk with its checksum, the end where it
 * belongs.
 */
final class PngCheck {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final int END = 0x49454E44;
    private static final int AROUND = 12;

    private PngCheck() {
    }

    static boolean isWhole(byte[] file) {
        if (!Arrays.equals(Arrays.copyOf(file, SIGNATURE.length), SIGNATURE)) {
            return false;
        }
        ByteBuffer rest = ByteBuffer.wrap(file).position(SIGNATURE.length);
        while (rest.remaining() >= AROUND) {
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining() - 8) {
                return false;
            }
            int type = rest.getInt(rest.position());
            if (!hasSoundChecksum(rest, length)) {
                return false;
            }
            if (type == END) {
                return !rest.hasRemaining();
            }
        }
        return false;
    }

    private static boolean hasSoundChecksum(ByteBuffer rest, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(rest.slice(rest.position(), length + 4));
        rest.position(rest.position() + length + 4);
        return (int) checksum.getValue() == rest.getInt();
    }
}
