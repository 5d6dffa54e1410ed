/** Product feeds: reading what shops export, deciding whether it may replace the catalogue, reporting what happened. */
package dev.inlay.server.feeds;
