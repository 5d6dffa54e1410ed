/** Making recipient tokens: one by one, for whole lists, and with new keys. */
package dev.inlay.server.tokens;
