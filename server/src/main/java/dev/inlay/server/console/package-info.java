/** The operator's side: the management API of campaigns, the snippet for newsletters, pages. */
package dev.inlay.server.console;
