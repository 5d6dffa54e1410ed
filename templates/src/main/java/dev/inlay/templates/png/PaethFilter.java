package dev.inlay.templates.png;

/** PNG's filter 4 on every row: within a percent of choosing per row, and no row needs a decision. */
public final class PaethFilter {
    private static final byte NUMBER = 4;

    private PaethFilter() {
    }

    /** Writes the filter's number and {@code row}, filtered, to {@code out} from {@code at}. */
    public static void apply(byte[] row, byte[] above, int channels, byte[] out, int at) {
        out[at] = NUMBER;
        for (int i = 0; i < channels; i++) {
            out[at + 1 + i] = (byte) (row[i] - above[i]);
        }
        for (int i = channels; i < row.length; i++) {
            int predicted = predicted(row[i - channels] & 0xFF, above[i] & 0xFF, above[i - channels] & 0xFF);
            out[at + 1 + i] = (byte) (row[i] - predicted);
        }
    }

    /** Without a branch: in a photo nobody can foretell which of the three it is. */
    private static int predicted(int left, int up, int upLeft) {
        int toLeft = Math.abs(up - upLeft);
        int toUp = Math.abs(left - upLeft);
        int toUpLeft = Math.abs(left + up - 2 * upLeft);
        int notUp = toUpLeft - toUp >> 31;
        int notLeft = Math.min(toUp, toUpLeft) - toLeft >> 31;
        int other = up ^ (up ^ upLeft) & notUp;
        return left ^ (left ^ other) & notLeft;
    }
}
