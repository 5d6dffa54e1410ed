/** The pages about a website's products and the feeds that they come from. */
package dev.inlay.server.console.products;
