package dev.inlay.db.statistics;

import dev.inlay.db.campaign.Arm;
import java.math.BigDecimal;

/**
 * What became of one arm of a hold-out within some days. Recipients were known to the shop when their products were
 * locked; of nobody else anything is compared.
 *
 * @param arm never {@link Arm#NONE}
 * @param recipients different ones with a lock made in these days
 * @param clickers those of them with a click of {@link RequestClass#PERSON} in these days
 * @param pictures loads of all classes
 * @param clicks of all classes
 * @param personClicks those of {@link RequestClass#PERSON}
 * @param orders after a click, with what they brought in the currency of the shop
 */
public record ArmCounts(Arm arm, long recipients, long clickers, long pictures, long clicks, long personClicks,
        long orders, BigDecimal revenue) { }
