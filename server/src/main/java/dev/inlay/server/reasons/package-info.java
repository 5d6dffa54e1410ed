/**
 * Why somebody sees what, in short sentences that an operator understands: the only place where they are worded, for
 * the API and the console alike. They begin with a capital and end without a full stop.
 *
 * <p>Sentences name products by the titles that the shop gave them: whoever shows them escapes them.
 */
package dev.inlay.server.reasons;
