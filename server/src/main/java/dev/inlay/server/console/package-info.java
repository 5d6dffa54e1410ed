/** What operators and shop back ends manage: websites, keys, products, campaigns. */
package dev.inlay.server.console;
