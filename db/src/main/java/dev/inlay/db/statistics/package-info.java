/** What became of the mails: picture loads, clicks, and the orders that followed. */
package dev.inlay.db.statistics;
