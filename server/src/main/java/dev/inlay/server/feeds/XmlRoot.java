package dev.inlay.server.feeds;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outermost element of XML: its name in lower case, without prefix; empty if there is none. */
record XmlRoot(String name, boolean isHtml) {
    private static final Pattern HTML = Pattern.compile("<(!doctype\\s+html|html|head|body)[\\s>]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)");
    private static final Pattern PROLOG = Pattern.compile("<!--.*?-->|<\\?.*?\\?>", Pattern.DOTALL);

    /** The root of what begins with {@code head}. */
    static XmlRoot of(String head) {
        String begin = PROLOG.matcher(head).replaceAll("").strip();
        Matcher root = ROOT.matcher(begin);
        String name = root.find() ? root.group(1).toLowerCase(Locale.ROOT) : "";
        return new XmlRoot(name, HTML.matcher(begin).lookingAt() || name.equals("html"));
    }

    void refuseHtml() {
        if (isHtml) {
            throw new FeedRefusedException("this is an HTML page, not a feed");
        }
    }
}
