package dev.inlay.templates.layout;

import dev.inlay.templates.LiveValues;
import dev.inlay.templates.text.CleanText;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the live names stand for. Names that stand for nothing are left out. */
public final class LiveTexts {
    private static final long MINUTES_OF_HOUR = 60;
    private static final long MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

    private LiveTexts() {
    }

    public static SortedMap<String, String> of(LiveValues live) {
        SortedMap<String, String> texts = new TreeMap<>();
        live.firstName().map(CleanText::of).filter(name -> !name.isEmpty())
                .ifPresent(name -> texts.put("firstName", name));
        live.timeLeft().ifPresent(left -> addTime(minutes(left), texts));
        return texts;
    }

    /** Rounded up: as long as something is left it is at least a minute. */
    private static long minutes(Duration left) {
        return left.plusMinutes(1).minusNanos(1).toMinutes();
    }

    private static void addTime(long minutes, SortedMap<String, String> texts) {
        if (minutes <= 0) {
            texts.put("ended", "true");
            return;
        }
        texts.put("running", "true");
        if (minutes >= MINUTES_OF_DAY) {
            texts.put("daysLeft", Long.toString(minutes / MINUTES_OF_DAY));
        }
        if (minutes >= MINUTES_OF_HOUR) {
            texts.put("hoursLeft", Long.toString(minutes % MINUTES_OF_DAY / MINUTES_OF_HOUR));
        }
        texts.put("minutesLeft", Long.toString(minutes % MINUTES_OF_HOUR));
    }
}
