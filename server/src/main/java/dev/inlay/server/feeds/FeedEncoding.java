package dev.inlay.server.feeds;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of a feed: its byte order mark, else the pattern of its first bytes, else what its XML declaration says
 * if that can be true, else UTF-8; windows-1252 if it is no UTF-8 after all.
 *
 * @param markLength bytes of the byte order mark
 */
record FeedEncoding(Charset charset, int markLength, Optional<String> warning) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    static FeedEncoding of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(512);
        }
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return checked(file, StandardCharsets.UTF_8, 3);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return sure(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return sure(StandardCharsets.UTF_16BE, 2);
        }
        if (head.length > 3 && head[0] != 0 && head[1] == 0 && head[3] == 0) {
            return sure(StandardCharsets.UTF_16LE, 0);
        }
        if (head.length > 3 && head[0] == 0 && head[1] != 0 && head[2] == 0) {
            return sure(StandardCharsets.UTF_16BE, 0);
        }
        refuseBinary(head);
        return checked(file, declared(head), 0);
    }

    /** A reader that never fails on a broken character. */
    Reader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, charset), 64 * 1024);
    }

    private static FeedEncoding sure(Charset charset, int markLength) {
        return new FeedEncoding(charset, markLength, Optional.empty());
    }

    private static FeedEncoding checked(Path file, Charset charset, int markLength) throws IOException {
        return charset != StandardCharsets.UTF_8 || isUtf8(file) ? sure(charset, markLength)
                : new FeedEncoding(WINDOWS, markLength, Optional.of("the feed is not UTF-8: read as windows-1252"));
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT))) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The declared encoding; one of two bytes a character cannot be true here. */
    private static Charset declared(byte[] head) {
        Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!matcher.find() || matcher.group(1).toUpperCase(Locale.ROOT)
                .matches("(ISO-10646-)?U(TF|CS)-?(16|32|2|4).*")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalArgumentException e) {
            throw new FeedRefusedException("encoding '" + matcher.group(1) + "' is not supported");
        }
    }

    private static void refuseBinary(byte[] head) {
        if (starts(head, 'P', 'K', 3, 4)) {
            throw new FeedRefusedException("ZIP and XLSX files are not supported: send XML, JSON or delimited text");
        }
        for (byte octet : head) {
            if (octet == 0) {
                throw new FeedRefusedException("the feed is no text");
            }
        }
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
