/** Pictures that belong to a template, such as a logo: read within limits, scaled to a box. */
package dev.inlay.templates.picture;
