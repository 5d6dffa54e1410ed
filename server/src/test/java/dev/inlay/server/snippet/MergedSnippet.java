package dev.inlay.server.snippet;

/** What a mail service makes of a snippet for one reader: it replaces the tags wherever it finds them. */
public final class MergedSnippet {
    private MergedSnippet() {
    }

    /** The HTML of {@code snippet} with these values in place of the tags, as they are. */
    public static String of(Snippet snippet, String identity, String send) {
        return replaced(snippet, snippet.html("&amp;"), identity, send);
    }

    /** {@code text} (the HTML or a URL of {@code snippet}) with these values in place of the tags. */
    static String replaced(Snippet snippet, String text, String identity, String send) {
        MergeTags tags = snippet.tags();
        String name = tags.identity().wireName() + "=";
        return text.replace(name + tags.identityTag(), name + identity)
                .replace("send=" + tags.sendTag().orElse("none"), "send=" + send);
    }
}
