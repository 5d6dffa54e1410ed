/** What Inlay decides and says: one package for each conversation with the outside. */
package dev.inlay.server;
