package dev.inlay.server.cli;

/** What is printed as a part of one line. */
final class Lines {
    private Lines() {
    }

    /** {@code text} without what moves the cursor of a terminal or begins another line or column. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u0085\\u2028\\u2029]", " ").strip();
    }
}
