package dev.inlay.db.statistics;

import java.time.LocalDate;

/**
 * Loads of pictures of which something is worth telling; each is a {@link PictureCount}, too.
 *
 * @param day UTC
 * @param finding what was found, upper case: who the mail was for, why there was no product, or the arm of the lock
 * @param loads how many, at least 1
 */
public record FindingCount(String campaignId, LocalDate day, int slot, RequestClass requestClass, Kind kind,
        String finding, long loads) {
    /**
     * What a finding is about: who the mail was for, why the picture shows no product, or what its lock is compared as
     * (see {@link dev.inlay.db.campaign.Arm}).
     */
    public enum Kind { AUDIENCE, NEUTRAL, ARM }
}
