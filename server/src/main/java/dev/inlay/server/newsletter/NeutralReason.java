package dev.inlay.server.newsletter;

/** Why a picture shows no product, or a click leads to none. */
public enum NeutralReason {
    /** No campaign has the id that the path names. */
    UNKNOWN_CAMPAIGN,
    /** The path names a slot that the campaign does not have. */
    NO_SUCH_SLOT,
    /** The slot is empty: there were fewer products than slots. */
    NOTHING_TO_SHOW,
    /** The product has left the shop, or its page is none of the shop's. */
    PRODUCT_GONE,
    /** The store did not answer in time. */
    STORE,
    /** The tile was not drawn in time, or could not be drawn whole. */
    DRAWING,
    /** The request could not be read, or something unexpected happened. */
    FAULT
}
