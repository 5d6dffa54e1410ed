/**
 * What an operator sees from outside: counts and times in the text format of Prometheus. Nobody knows this room but the
 * node.
 */
package dev.inlay.server.metrics;
