package dev.inlay.templates.layout;

import dev.inlay.templates.text.TextBlock;

/** Finds the largest size at which words fit into a box: none is cut, none is broken. */
record FittingSize(Words words) {
    /** In picture pixels, so half a css pixel or less. */
    private static final double STEP = 0.5;
    private static final double TOLERANCE = 0.01;

    /** If no size fits, the least, and cut. */
    TextBlock set(double width, double height) {
        TextBlock block = at(words.style().size(), width, height);
        if (words.leastSize() >= words.style().size() || fits(block, height)) {
            return block;
        }
        TextBlock best = at(words.leastSize(), width, height);
        int fitting = 0;
        int tooLarge = (int) Math.ceil((words.style().size() - words.leastSize()) / STEP);
        while (tooLarge - fitting > 1) {
            int middle = (fitting + tooLarge) / 2;
            block = at(words.leastSize() + middle * STEP, width, height);
            if (fits(block, height)) {
                best = block;
                fitting = middle;
            } else {
                tooLarge = middle;
            }
        }
        return best;
    }

    private static boolean fits(TextBlock block, double height) {
        return block.whole() && block.height() <= height + TOLERANCE;
    }

    /** With no more lines than the height has room for, if it is fitted at all. */
    private TextBlock at(double size, double width, double height) {
        double most = (height + TOLERANCE) / (size * words.style().lineHeight());
        boolean fitted = words.leastSize() < words.style().size();
        int lines = fitted && most < words.maxLines() ? Math.max(1, (int) most) : words.maxLines();
        return words.atSize(size, width, lines);
    }
}
