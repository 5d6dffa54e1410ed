package dev.inlay.db.statistics;

import java.time.LocalDate;

/**
 * Loads of pictures of which something is worth telling; each is a {@link PictureCount}, too.
 *
 * @param day UTC
 * @param finding what was found, upper case: who the mail was for, or why there was no product
 * @param loads how many, at least 1
 */
public record FindingCount(String campaignId, LocalDate day, int slot, RequestClass requestClass, Kind kind,
        String finding, long loads) {
    /** What a finding is about: who the mail was for, or why the picture shows no product. */
    public enum Kind { AUDIENCE, NEUTRAL }
}
