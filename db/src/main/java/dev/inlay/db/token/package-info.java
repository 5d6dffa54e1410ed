/** Recipient tokens: who a mail went to, sealed so that only this installation can read it. */
package dev.inlay.db.token;
