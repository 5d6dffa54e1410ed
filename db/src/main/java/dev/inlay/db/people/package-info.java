/** Everything of one person, over all that is remembered: told, and erased. */
package dev.inlay.db.people;
