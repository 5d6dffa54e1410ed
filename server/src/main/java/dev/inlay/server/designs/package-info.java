/** What designers bring: an operator's own templates and fonts, and trying them out without a server. */
package dev.inlay.server.designs;
