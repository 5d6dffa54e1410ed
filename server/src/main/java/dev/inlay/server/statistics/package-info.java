/** What became of the mails: counts pictures and clicks, puts orders down to campaigns, and tells the operator. */
package dev.inlay.server.statistics;
