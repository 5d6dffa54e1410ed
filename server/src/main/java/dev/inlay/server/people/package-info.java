/** What a shop's customers may ask for: everything that is stored of them, and that it be erased. */
package dev.inlay.server.people;
