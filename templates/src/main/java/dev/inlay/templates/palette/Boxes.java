package dev.inlay.templates.palette;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Cuts a cloud of colours into boxes: again and again the one that varies most, at the mean of its widest axis. */
final class Boxes {
    private final Cloud cloud;
    /** The points, those of one box beside each other. */
    private final int[] order;

    private Boxes(Cloud cloud) {
        this.cloud = cloud;
        this.order = IntStream.range(0, cloud.size()).toArray();
    }

    /** The mean colour of each box, at most {@code most} of them. */
    static float[][] means(Cloud cloud, int most) {
        return new Boxes(cloud).cut(most);
    }

    private float[][] cut(int most) {
        Box[] boxes = new Box[most];
        int count = 0;
        if (cloud.size() > 0 && most > 0) {
            boxes[count++] = box(0, order.length);
        }
        while (count > 0 && count < most) {
            int widest = widest(boxes, count);
            Box box = boxes[widest];
            int middle = box.spread > 0 ? parted(box) : box.from;
            if (middle == box.from || middle == box.to) {
                break;
            }
            boxes[widest] = box(box.from, middle);
            boxes[count++] = box(middle, box.to);
        }
        return Arrays.stream(boxes, 0, count).map(Box::mean).toArray(float[][]::new);
    }

    private static int widest(Box[] boxes, int count) {
        int widest = 0;
        for (int i = 1; i < count; i++) {
            if (boxes[i].spread > boxes[widest].spread) {
                widest = i;
            }
        }
        return widest;
    }

    /** Puts what is below the mean before what is above and returns where the latter begins. */
    private int parted(Box box) {
        float[] channel = cloud.channels()[box.axis];
        float mean = box.mean[box.axis];
        int low = box.from;
        int high = box.to;
        while (low < high) {
            if (channel[order[low]] < mean) {
                low++;
            } else {
                int point = order[--high];
                order[high] = order[low];
                order[low] = point;
            }
        }
        return low;
    }

    private Box box(int from, int to) {
        float[] mean = new float[Cloud.CHANNELS];
        int axis = 0;
        double widest = -1;
        for (int channel = 0; channel < Cloud.CHANNELS; channel++) {
            float[] values = cloud.channels()[channel];
            double weight = 0;
            double sum = 0;
            double squares = 0;
            for (int i = from; i < to; i++) {
                double part = cloud.weights()[order[i]];
                double value = values[order[i]];
                weight += part;
                sum += part * value;
                squares += part * value * value;
            }
            mean[channel] = (float) (sum / weight);
            double spread = squares - sum * sum / weight;
            if (spread > widest) {
                widest = spread;
                axis = channel;
            }
        }
        return new Box(from, to, mean, axis, to - from > 1 ? widest : 0);
    }

    /** @param spread weight times variance on the {@code axis} where it is widest; 0 if there is nothing to cut */
    private record Box(int from, int to, float[] mean, int axis, double spread) { }
}
