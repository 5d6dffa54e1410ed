/** Makes Java2D work without a screen and without fonts of the operating system. */
package dev.inlay.templates.awt;
