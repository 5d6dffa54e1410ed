package dev.inlay.db.campaign;

/**
 * What a lock is compared with others as, while a campaign holds some recipients out. Settled with the lock: whatever
 * the campaign says later, what follows from the lock counts for this arm.
 */
public enum Arm {
    /** Takes part in no comparison: nothing was held out when it was locked, or nothing was known of the recipient. */
    NONE,
    /** Got what the campaign picks for everybody. */
    PERSONALIZED,
    /** Got bestsellers in place of the campaign's strategies. */
    HOLD_OUT
}
