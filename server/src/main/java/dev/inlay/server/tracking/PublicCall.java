package dev.inlay.server.tracking;

import dev.inlay.db.website.Website;
import dev.inlay.server.http.Members;

/**
 * A call that anybody may make, as far as it says for which website it is.
 *
 * @param members the whole body
 */
public record PublicCall(Website website, Members members) { }
