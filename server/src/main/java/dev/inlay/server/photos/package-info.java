/** Whatever comes from foreign servers: links, guarded fetching, and the photos that we keep of it. */
package dev.inlay.server.photos;
