/** From a shop's file to a photo of our own: checked, decoded, upright, scaled. */
package dev.inlay.templates.photo;
