/** How long things are remembered: what has grown too old is deleted, a batch at a time. */
package dev.inlay.db.retention;
