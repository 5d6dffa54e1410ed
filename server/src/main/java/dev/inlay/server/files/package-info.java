/** Files for what must never lie on a disk in the clear. */
package dev.inlay.server.files;
