/** From a template and a product to placed nodes, in picture pixels: values, money, rows, columns and layers. */
package dev.inlay.templates.layout;
