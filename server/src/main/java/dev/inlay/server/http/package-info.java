/** What all services share: parameters, bodies, errors, access, the access log. */
package dev.inlay.server.http;
