package dev.inlay.server.tracking;

import dev.inlay.db.website.Website;
import dev.inlay.server.http.Members;

/**
 * A tracking call whose envelope is good.
 *
 * @param fromBackEnd whether it carries a secret key of the website that may ingest, so that what it claims is trusted
 * @param members the whole body
 */
record TrackingCall(Website website, Caller caller, boolean fromBackEnd, Members members) { }
