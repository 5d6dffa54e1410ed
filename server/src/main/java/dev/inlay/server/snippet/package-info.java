/** What an operator copies into a newsletter: the tiles of a campaign, with the merge tags of an email service. */
package dev.inlay.server.snippet;
