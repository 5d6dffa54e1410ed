/** The demo: a made-up shop, its visitors and its newsletter, on a throw-away store. Not there in a served node. */
package dev.inlay.server.demo;
