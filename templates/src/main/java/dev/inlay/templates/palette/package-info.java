/** Pictures of at most 256 colours: which colours, which of them each pixel gets, and how its bytes are squeezed. */
package dev.inlay.templates.palette;
