/** The operator's pages about what became of the mails. */
package dev.inlay.server.console.results;
