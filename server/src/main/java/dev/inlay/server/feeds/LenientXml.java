package dev.inlay.server.feeds;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A pass over XML that is not well-formed, as shops write it by hand: raw {@code &} and {@code <} are text, a stray
 * {@code ]]>} is dropped, prefixes need no declaration, an item ends where the next one begins, and an end tag ends
 * what is open inside. Each repair is told with its line. Bounds and the refusal of document types are those of {@link
 * StrictXml}.
 */
final class LenientXml {
    private static final int MAX_NAME = 256;

    private final XmlInput input;
    private final XmlHandler handler;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> prefixes = new HashSet<>(Set.of("xml"));

    private LenientXml(Reader text, XmlHandler handler) {
        this.input = new XmlInput(text);
        this.handler = handler;
    }

    /** Tells {@code handler} what {@code feed} seems to hold; refuses one whose outermost element never ends. */
    static void read(FeedFile feed, XmlHandler handler) throws IOException {
        try (Reader text = feed.open()) {
            new LenientXml(text, handler).read();
        }
    }

    private void read() throws IOException {
        for (int next = input.peek(); next >= 0; next = input.peek()) {
            if (next == '<') {
                markup();
            } else {
                text();
            }
        }
        if (!open.isEmpty()) {
            throw new FeedRefusedException("the feed ends in the middle: <" + open.peekLast() + "> has no end");
        }
    }

    private void markup() throws IOException {
        if (input.take("<!--")) {
            input.until("-->", 0);
        } else if (input.take("<![CDATA[")) {
            handler.text(input.until("]]>", StrictXml.MAX_TEXT + 1));
        } else if (input.take("<!DOCTYPE")) {
            throw StrictXml.documentType();
        } else if (input.take("<!")) {
            input.until(">", 0);
        } else if (input.take("<?")) {
            input.until("?>", 0);
        } else if (input.take("</")) {
            end(input.until(">", MAX_NAME + 1).strip());
        } else {
            input.next();
            tagOrText();
        }
    }

    private void tagOrText() throws IOException {
        int first = input.peek();
        if (Character.isLetter(first) || first == '_') {
            LenientTag tag = LenientTag.read(input);
            prefixes.addAll(tag.declaredPrefixes());
            start(tag);
        } else {
            repaired("raw < taken as text");
            handler.text("<");
        }
    }

    private void start(LenientTag tag) {
        if (isItem(tag.name()) && open.stream().anyMatch(this::isItem)) {
            repaired("<" + tag.name() + "> begins before the one before has ended");
            while (!isItem(close())) {
                repaired("an element of an item had no end");
            }
        }
        open.push(tag.name());
        if (open.size() > StrictXml.MAX_DEPTH) {
            throw new FeedRefusedException("elements are nested deeper than " + StrictXml.MAX_DEPTH);
        }
        handler.start(space(tag.name()), local(tag.name()), tag.attributes());
        if (tag.isEmpty()) {
            close();
        }
    }

    private void end(String name) {
        if (!open.contains(name)) {
            repaired("</" + ProductText.cut(ProductText.plain(name), 40) + "> ends nothing");
            return;
        }
        for (String closed = close(); !closed.equals(name); closed = close()) {
            repaired("<" + closed + "> had no end");
        }
    }

    private String close() {
        handler.end();
        return open.pop();
    }

    private void text() throws IOException {
        StringBuilder raw = new StringBuilder();
        for (int next = input.peek(); next >= 0 && next != '<'; next = input.peek()) {
            input.next();
            if (raw.length() <= StrictXml.MAX_TEXT) {
                raw.append((char) next);
            }
        }
        String text = raw.toString();
        String brokenEnd = open.isEmpty() ? ">" : "/" + open.peek() + ">";
        int at = open.isEmpty() ? -1 : text.indexOf(brokenEnd);
        if (at < 0) {
            handler.text(decoded(text));
        } else {
            repaired(brokenEnd + " taken as end tag");
            handler.text(decoded(text.substring(0, at)));
            close();
        }
    }

    private String decoded(String text) {
        String sound = text;
        if (text.contains("]]>")) {
            repaired("stray ]]> dropped");
            sound = text.replace("]]>", "");
        }
        String decoded = Entities.decode(sound);
        if (!decoded.equals(sound) || sound.indexOf('&') >= 0) {
            sound.replaceAll("&(#?\\w{1,8});", "").chars().filter(character -> character == '&')
                    .forEach(character -> repaired("raw & taken as text"));
        }
        return decoded;
    }

    private String space(String name) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        if (colon >= 0 && prefixes.add(prefix)) {
            repaired("prefix " + prefix + ": is not declared");
        }
        return prefix.toLowerCase(Locale.ROOT).equals("g") ? XmlElement.GOOGLE : prefix;
    }

    private boolean isItem(String name) {
        return handler.isItem(local(name));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private void repaired(String repair) {
        handler.repaired(input.line(), repair);
    }
}
