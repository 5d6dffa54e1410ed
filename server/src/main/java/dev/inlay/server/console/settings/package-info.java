/** The pages about a website as a whole: its settings and its keys. */
package dev.inlay.server.console.settings;
