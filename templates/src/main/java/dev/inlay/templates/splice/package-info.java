/** Pixels to tiles that wait for the open: coded rows, and rows that are painted and coded when a mail is opened. */
package dev.inlay.templates.splice;
