/**
 * What only the child process may run: everything that parses a shop's file. The server starts
 * {@link dev.inlay.templates.photo.child.DecoderMain} by its name and speaks with it over pipes.
 */
package dev.inlay.templates.photo.child;
