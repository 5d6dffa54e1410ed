/** The operator's pages about campaigns. */
package dev.inlay.server.console.campaigns;
