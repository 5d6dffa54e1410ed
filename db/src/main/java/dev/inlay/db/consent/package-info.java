/** Whether people agreed to personal pictures: what they said, when, and what holds now. */
package dev.inlay.db.consent;
