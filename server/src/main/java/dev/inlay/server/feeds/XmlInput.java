package dev.inlay.server.feeds;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Characters with their line, some of which can be looked at before they are taken. */
final class XmlInput {
    private static final int LOOK_AHEAD = 16;

    private final PushbackReader reader;
    private int line = 1;

    XmlInput(Reader reader) {
        this.reader = new PushbackReader(reader, LOOK_AHEAD);
    }

    int line() {
        return line;
    }

    /** The next character, or -1. */
    int next() throws IOException {
        int character = reader.read();
        if (character == '\n') {
            line++;
        }
        return character;
    }

    /** The character that {@link #next()} will give. */
    int peek() throws IOException {
        int character = reader.read();
        if (character >= 0) {
            reader.unread(character);
        }
        return character;
    }

    /** Takes {@code expected}, which is in upper case, if it comes next in any case. */
    boolean take(String expected) throws IOException {
        for (int i = 0; i < expected.length(); i++) {
            int character = reader.read();
            if (character < 0 || Character.toUpperCase(character) != expected.charAt(i)) {
                if (character >= 0) {
                    reader.unread(character);
                }
                reader.unread(expected.substring(0, i).toCharArray());
                return false;
            }
        }
        return true;
    }

    /** All before {@code end}, which is taken as well; what is beyond {@code limit} characters is dropped. */
    String until(String end, int limit) throws IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder tail = new StringBuilder();
        for (int character = next(); character >= 0; character = next()) {
            tail.append((char) character);
            if (tail.length() == end.length()) {
                if (end.contentEquals(tail)) {
                    break;
                }
                keep(text, tail.charAt(0), limit);
                tail.deleteCharAt(0);
            }
        }
        return text.toString();
    }

    private static void keep(StringBuilder text, char character, int limit) {
        if (text.length() < limit) {
            text.append(character);
        }
    }
}
