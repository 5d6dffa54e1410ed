package dev.inlay.server.tokens;

import dev.inlay.server.files.SealedFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of a list: as its byte order mark says; without one UTF-8 or, if it is not that, windows-1252, which
 * spreadsheets save as.
 *
 * @param markLength bytes of the byte order mark
 */
record ListEncoding(Charset charset, int markLength) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static ListEncoding of(SealedFile file) throws IOException {
        byte[] head = file.open().readNBytes(3);
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new ListEncoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 3);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new ListEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new ListEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return new ListEncoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    /** The text of {@code file} without byte order mark; a broken character does not stop it. */
    Reader open(SealedFile file) throws IOException {
        InputStream in = file.open();
        in.skipNBytes(markLength);
        return new BufferedReader(new InputStreamReader(in, charset));
    }

    boolean isMarked() {
        return markLength > 0;
    }

    private static boolean isUtf8(SealedFile file) throws IOException {
        try (Reader reader = new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT))) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
