package dev.inlay.templates.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Faces of one name, in the order in which they were found. */
record Family(String name, List<Face> faces) {
    Family {
        faces = List.copyOf(faces);
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other.strip());
    }

    /** Those nearest to {@code weight} first, and italics last. */
    List<Face> nearest(int weight) {
        return faces.stream().sorted(Comparator.comparing(Face::italic)
                .thenComparingInt(face -> Math.abs(face.weight() - weight))).toList();
    }

    /** Whether it writes Han letters in another form. */
    boolean hasOtherForm(HanForm form) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (HanForm each : HanForm.values()) {
            if (upper.endsWith(" " + each)) {
                return each != form;
            }
        }
        return false;
    }
}
