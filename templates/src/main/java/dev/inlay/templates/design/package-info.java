/** What a template says: canvas, variables and nodes, read from YAML and checked. Knows no product and no pixels. */
package dev.inlay.templates.design;
