/** The operator's page about what arrives from the shop, and what of it does not fit. */
package dev.inlay.server.console.activity;
