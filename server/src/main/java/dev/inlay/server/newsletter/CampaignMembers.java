package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a campaign or of a part of it, read within limits: texts of 1 to 255 characters that any store can
 * hold, lists of at most 1000 entries, no member that has no meaning (a typo is told, not dropped).
 */
record CampaignMembers(Members members) {
    static final int MAX_ENTRIES = 1_000;
    static final int MAX_TEXT = 255;

    /** Refuses members outside {@code known}. */
    CampaignMembers only(Set<String> known) {
        for (Iterator<String> names = members.node().fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!known.contains(name)) {
                String where = members.path().isEmpty() ? "campaign" : members.path().replaceFirst("\\.$", "");
                throw new InvalidParameterException(where, "must have no member but " + listed(known), name);
            }
        }
        return this;
    }

    Optional<String> text(String name) {
        return text(name, MAX_TEXT);
    }

    Optional<String> text(String name, int max) {
        return members.text(name).map(value -> checked(name, value, max));
    }

    /** One of {@code allowed}, in any case. */
    Optional<String> oneOf(String name, List<String> allowed) {
        return members.text(name).map(value -> {
            String lower = value.toLowerCase(Locale.ROOT);
            return allowed.stream().filter(choice -> choice.toLowerCase(Locale.ROOT).equals(lower)).findFirst()
                    .orElseThrow(() -> members.wrong(name, "must be one of " + String.join(", ", allowed), value));
        });
    }

    boolean flag(String name, boolean otherwise) {
        return members.bool(name).orElse(otherwise);
    }

    Optional<Integer> whole(String name, int min, int max) {
        return members.number(name).map(number -> {
            String rule = "must be a whole number from " + min + " to " + max;
            try {
                int value = number.intValueExact();
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (ArithmeticException e) {
                // told below, as every other number that does not fit
            }
            throw members.wrong(name, rule, number.toPlainString());
        });
    }

    /** A price: not negative. */
    Optional<BigDecimal> price(String name) {
        return members.number(name).map(number -> {
            if (number.signum() < 0) {
                throw members.wrong(name, "must not be negative", number.toPlainString());
            }
            return number;
        });
    }

    /** A list of texts or numbers, taken as texts; absent = empty. */
    List<String> ids(String name) {
        List<String> ids = members.ids(name).orElse(List.of());
        atMost(name, ids.size(), MAX_ENTRIES);
        for (int i = 0; i < ids.size(); i++) {
            checked(name + "[" + i + "]", ids.get(i), MAX_TEXT);
        }
        return ids;
    }

    List<CampaignMembers> objects(String name, int max) {
        List<Members> objects = members.objects(name).orElse(List.of());
        atMost(name, objects.size(), max);
        return objects.stream().map(CampaignMembers::new).toList();
    }

    Optional<CampaignMembers> object(String name) {
        return members.object(name).map(CampaignMembers::new);
    }

    /** The names of a map, none blank, long or unprintable. */
    List<String> names(int max) {
        List<String> names = members.node().properties().stream().filter(entry -> !entry.getValue().isNull())
                .map(Map.Entry::getKey).toList();
        String where = members.path().replaceFirst("\\.$", "");
        if (names.size() > max) {
            throw new InvalidParameterException(where, "must have at most " + max + " members", names.size());
        }
        for (String name : names) {
            if (!isText(name, MAX_TEXT)) {
                throw new InvalidParameterException(where, "must have names of 1 to 255 characters", name);
            }
        }
        return names;
    }

    Optional<JsonNode> present(String name) {
        return members.present(name);
    }

    String checked(String name, String value, int max) {
        if (!isText(value, max)) {
            throw members.wrong(name, "must be a text of 1 to " + max + " characters", value);
        }
        return value;
    }

    void atMost(String name, int entries, int max) {
        if (entries > max) {
            throw members.wrong(name, "must have at most " + max + " entries", entries);
        }
    }

    private static boolean isText(String value, int max) {
        return !value.isBlank() && value.codePointCount(0, value.length()) <= max && Json.isStorable(value);
    }

    private static String listed(Set<String> known) {
        return String.join(", ", known.stream().sorted().toList());
    }
}
