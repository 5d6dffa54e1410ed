package dev.inlay.db.statistics;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Loads of pictures of one campaign that are alike.
 *
 * @param day UTC
 * @param slot 1 to 24
 * @param productNumber what was shown; empty if the picture was neutral
 * @param loads how many, at least 1
 */
public record PictureCount(String campaignId, LocalDate day, int slot, Optional<String> productNumber,
        RequestClass requestClass, long loads) { }
