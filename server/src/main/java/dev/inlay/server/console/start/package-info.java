/** The first page of a website: how far it is, and how it goes. */
package dev.inlay.server.console.start;
