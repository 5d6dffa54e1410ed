/** The operator's pages about shoppers: who is who, what they did, and what they would see. */
package dev.inlay.server.console.people;
