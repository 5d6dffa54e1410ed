/** The import of activity from elsewhere over HTTP (contract 5.8). */
package dev.inlay.server.activity;
