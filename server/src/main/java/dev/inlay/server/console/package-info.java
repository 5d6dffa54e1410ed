/** The operator's side: websites, keys, products and campaigns by the management API, the snippet, pages. */
package dev.inlay.server.console;
