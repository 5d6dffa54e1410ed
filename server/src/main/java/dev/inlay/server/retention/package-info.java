/** Forgets what has been kept long enough. */
package dev.inlay.server.retention;
