/** The operator's pages. */
package dev.inlay.server.console;
