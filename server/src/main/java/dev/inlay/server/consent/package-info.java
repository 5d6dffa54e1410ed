/** Consent of people: said by the shop or the operator, and at once true of mails that were sent. */
package dev.inlay.server.consent;
